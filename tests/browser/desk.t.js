// The desk and the administration: every page in every language.
import { done, nothingWrong, test } from './tap.js';
import { deskLanguages, openBrowser } from './visitor.js';
import { look } from './look.js';
import { deskTour, openOffice } from './tour_inside.js';

const browser = await openBrowser();
const office = await openOffice(browser);

for (const language of deskLanguages)
	for await (const place of deskTour(browser, { language }, office))
		await test(`${place.name} in ${language}`,
			async () => nothingWrong(await look(place.visitor, place)));

await browser.close();
done();
