// Pictures of every page, for people to look at:
//
//   SHOTS=folder tests/private --serve --demo node tests/browser/pictures.js [WORD...]
//
// WIDTH-LANGUAGE-NAME.png, with -dark and -forced, print-LANGUAGE-NAME.png and
// .pdf of those that are worth it. With words only the tours that are named (public, account, held, desk).
import { mkdirSync, writeFileSync } from 'node:fs';
import { openBrowser, Visitor } from './visitor.js';
import { accountTour, deskTour, openOffice } from './tour_inside.js';
import { heldTour, publicTour } from './tour_public.js';

const folder = process.env.SHOTS ?? `${process.env.BELFRY_STATE}/pictures`;
const words = process.argv.slice(2);

const alsoDark = new Set(['home', 'report', 'report-what', 'report-contact-wrong', 'report-check',
	'report-sent', 'follow-ticket-answered', 'login', 'queue', 'ticket-long', 'ticket-open',
	'desk-new-wrong', 'accounts']);

async function take(visitor, place) {
	const { page } = visitor;

	for (const width of [360, 768, 1280]) {
		const path = end => `${folder}/${width}-${visitor.language}-${place.name}${end}`;

		await page.setViewportSize({ width, height: 800 });
		await page.screenshot({ path: path('.png'), fullPage: true });
		if (!alsoDark.has(place.name))
			continue;
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.screenshot({ path: path('-dark.png'), fullPage: true });
		await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
		await page.screenshot({ path: path('-forced.png'), fullPage: true });
		await page.emulateMedia({ forcedColors: null });
	}
	if (place.prints) {
		const path = `${folder}/print-${visitor.language}-${place.name}`;

		writeFileSync(`${path}.pdf`, await page.pdf({ format: 'A4' }));
		await page.setViewportSize({ width: 672, height: 950 });
		await page.emulateMedia({ media: 'print' });
		await page.screenshot({ path: `${path}.png`, fullPage: true });
		await page.emulateMedia({ media: null });
	}
	await page.setViewportSize({ width: visitor.width, height: 900 });
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const office = await openOffice(browser);
const tours = {
	async* public(language) {
		const visitor = await Visitor.enter(browser, { language });

		for await (const place of publicTour(visitor, office.desk))
			yield { visitor, ...place };
		await visitor.leave();
	},
	account: language => accountTour(browser, { language }),
	async* held(language) {
		const visitor = await Visitor.enter(browser, { language });

		for await (const place of heldTour(visitor))
			yield { visitor, ...place };
		await visitor.leave();
	},
	desk: language => deskTour(browser, { language }, office),
};

for (const [name, tour] of Object.entries(tours))
	for (const language of ['en', 'ar'])
		if (words.length === 0 || words.includes(name))
			for await (const place of tour(language))
				await take(place.visitor, place);
await browser.close();
console.log(`The pictures are in ${folder}`);
