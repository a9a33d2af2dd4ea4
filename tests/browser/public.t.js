// Every public page in every language.
import { done, nothingWrong, test } from './tap.js';
import { languages, openBrowser, Visitor } from './visitor.js';
import { Desk, people } from './staff.js';
import { look } from './look.js';
import { heldTour, publicTour } from './tour_public.js';

const browser = await openBrowser();
const desk = await Desk.open(browser, people.lead);

for (const tour of [publicTour, heldTour])
	for (const language of languages) {
		const visitor = await Visitor.enter(browser, { language });

		for await (const place of tour(visitor, desk))
			await test(`${place.name} in ${language}`,
				async () => nothingWrong(await look(visitor, place)));
		await visitor.leave();
	}

await browser.close();
done();
