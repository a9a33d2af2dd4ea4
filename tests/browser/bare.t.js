// Every public page without its style sheet: what is read first stands first, nothing that
// counts was only hidden or only put in its place by the sheet, no picture fills the screen.
import { done, nothingWrong, test } from './tap.js';
import { address, openBrowser, Visitor } from './visitor.js';
import { fill } from './reporter.js';

// What is wrong with the page that is there.
function bare(page) {
	return page.evaluate(() => {
		const problems = [];
		const say = (what, e) => problems.push(`${what}: ${e.tagName.toLowerCase()} '${
			(e.textContent.trim() || e.name || e.id || '').slice(0, 40)}'`);
		const all = selector => [...document.querySelectorAll(selector)];
		const before = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
		const main = document.querySelector('main'), first = document.querySelector('a[href]');

		if (document.styleSheets.length > 0)
			problems.push('there is a style sheet');
		if (first.getAttribute('href') !== '#main')
			say('the way past the head is not the first link', first);
		if (!before(document.querySelector('header'), main) || !before(main, document.querySelector('footer')))
			problems.push('head, page and foot are not in this order');
		for (const e of all('svg, img')) {
			const box = e.getBoundingClientRect();

			if (box.height > 48 && !e.matches('[role=img], [alt]:not([alt=""])'))
				say(`an ornament of ${box.width.toFixed()} x ${box.height.toFixed()} px`, e);
		}
		// Headings go down one step at a time; a summary of errors may stand before the title.
		let level = 1;
		for (const e of all('main :is(h1, h2, h3, h4)')) {
			const here = Number(e.tagName[1]);

			if (here > level + 1)
				say(`from h${level} to h${here}`, e);
			level = here;
		}
		for (const e of all('main :is(input, select, textarea):not([type=hidden])')) {
			const label = e.labels[0] ?? e;
			const ticked = /radio|checkbox/.test(e.type);

			if (!e.checkVisibility() && !e.closest('details:not([open])'))
				say('not there', e);
			if (!e.labels.length && !e.getAttribute('aria-label'))
				say('without a name', e);
			else if (e.labels.length && before(label, e) === ticked && !label.contains(e))
				say(ticked ? 'its words stand before it' : 'its words stand behind it', e);
		}
		for (const e of all('main form button'))
			if (!before(e.form.querySelector('input:not([type=hidden]), select, textarea') ?? e.form, e)
				&& !e.matches('[name]'))
				say('a button before its fields', e);
		for (const e of all('main :is(p, li, a, dt, dd, td, th, label, legend)'))
			if (!e.checkVisibility() && !e.closest('[hidden], details:not([open])'))
				say('not there', e);
		return problems;
	});
}

const map = await (await fetch(`${address}/sitemap.xml`)).text();
const paths = [...new Set([...[...map.matchAll(/<loc>([^<]*)</g)].map(x => new URL(x[1]).pathname)
	.filter(x => !/^\/(?:es|fr|ru|zh)(?:\/|$)/.test(x)), '/follow', '/login', '/vulnerability/report', '/ar/follow'])];
const browser = await openBrowser();
const visitor = await Visitor.enter(browser);

await visitor.context.route(/\.css(\?|$)/, route => route.fulfill({ contentType: 'text/css', body: '' }));
await visitor.context.addInitScript(() => addEventListener('load', () => {
	for (const e of document.querySelectorAll('link[rel=stylesheet]'))
		e.remove();
}));
for (const path of paths)
	await test(`${path} without its style sheet`, async () => {
		await visitor.page.goto(path);
		nothingWrong(await bare(visitor.page));
	});

await test('a report is begun without a style sheet, also after a mistake', async () => {
	const { page } = visitor;

	await visitor.go('/report/who');
	await visitor.press();
	nothingWrong(await bare(page));
	await fill(page, { reporting_for: 'myself' });
	await visitor.press();
	await visitor.isAt('/report/what');
	nothingWrong(await bare(page));
	await fill(page, { category: 'malware' });
	await visitor.press();
	await visitor.isAt('/report/story');
	nothingWrong(await bare(page));
});
await browser.close();
done();
