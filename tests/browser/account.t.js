// Coming in, and one's own account: every page in every language.
import { done, nothingWrong, test } from './tap.js';
import { deskLanguages, openBrowser } from './visitor.js';
import { look } from './look.js';
import { accountTour } from './tour_inside.js';

const browser = await openBrowser();

for (const language of deskLanguages)
	for await (const place of accountTour(browser, { language }))
		await test(`${place.name} in ${language}`,
			async () => nothingWrong(await look(place.visitor, place)));

await browser.close();
done();
