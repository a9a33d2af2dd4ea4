// Every public page in every language.
import { done, nothingWrong, test } from './tap.js';
import { languages, openBrowser, Visitor } from './visitor.js';
import { Desk, people } from './staff.js';
import { look } from './look.js';
import { heldTour, publicTour } from './tour_public.js';

const browser = await openBrowser();
// BROWSER_ONLY=REGEX: the places and languages to look at, while one of them is mended.
const only = new RegExp(process.env.BROWSER_ONLY ?? '');
const desk = await Desk.open(browser, people.lead);

for (const tour of [publicTour, heldTour])
	for (const language of languages) {
		const visitor = await Visitor.enter(browser, { language });

		for await (const place of tour(visitor, desk))
			if (only.test(`${place.name} in ${language}`))
				await test(`${place.name} in ${language}`,
				async () => nothingWrong(await look(visitor, place)));
		await visitor.leave();
	}

await browser.close();
done();
