// A team that gives its pages a colour and a logo: what visitors see of it, at once, and
// in the dark; and that a browser runs nothing of a picture.
import assert from 'node:assert/strict';
import { done, nothingWrong, test } from './tap.js';
import { languages, openBrowser, Visitor } from './visitor.js';
import { people, signIn } from './staff.js';
import { fill } from './reporter.js';
import { look } from './look.js';

const browser = await openBrowser();
const admin = await Visitor.enter(browser);
const crest = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 50">
	<style>.field{fill:#f2c230}</style><path d="M30 2 55 12v15c0 11-12 17-25 21C17 44 5 38 5 27V12z" fill="#1d3f8f"/>
	<path class="field" d="M30 10 46 17v10c0 7-7 11-16 14-9-3-16-7-16-14V17z"/><circle cx="30" cy="25" r="6" style="fill:#1d3f8f"/></svg>`);

await signIn(admin, people.administrator);

// The colour of the main button, as the browser draws it.
function buttonOf({ page }) {
	return page.evaluate(() => getComputedStyle(document.querySelector('main .button.main')).backgroundColor);
}

// nginx keeps a page for five seconds, and a process its team for two.
async function until(visitor, path, found, wanted) {
	const end = Date.now() + 10000;

	do
		await visitor.go(path);
	while (await found(visitor) !== wanted && Date.now() < end);
	assert.equal(await found(visitor), wanted);
}

const logosOf = ({ page }) => page.locator('.mark img').count();

await test('a colour is on every page within seconds', async () => {
	const visitor = await Visitor.enter(browser);

	await until(visitor, '/', buttonOf, 'rgb(15, 92, 77)');
	await admin.go('/admin/setup/looks');
	await fill(admin.page, { colour: '#1d3f8f' });
	await admin.press();
	assert.equal(await buttonOf(admin), 'rgb(29, 63, 143)');
	await until(visitor, '/', buttonOf, 'rgb(29, 63, 143)');
	nothingWrong(await visitor.wrong());
	await visitor.leave();
});

await test('a logo is drawn, with its own style', async () => {
	await admin.page.setInputFiles('#files', { name: 'crest.svg', mimeType: 'image/svg+xml', buffer: crest });
	await admin.page.click('form[action$="/logo"] button');
	await admin.page.waitForLoadState();
	const pixels = await admin.page.evaluate(async () => {
		const image = document.querySelector('.mark img'), canvas = document.createElement('canvas');

		await image.decode();
		canvas.width = 60;
		canvas.height = 50;
		const context = canvas.getContext('2d', { willReadFrequently: true });

		context.drawImage(image, 0, 0, 60, 50);
		return [[20, 25], [30, 25]].map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
	});

	assert.deepEqual(pixels, [[242, 194, 48], [29, 63, 143]]);
	nothingWrong(await admin.wrong());
});

for (const language of languages)
	await test(`pages are as good with them in ${language}`, async () => {
		const visitor = await Visitor.enter(browser, { language });

		for (const path of ['/', '/report/who', '/follow']) {
			await until(visitor, path === '/' && visitor.prefix ? '' : path, logosOf, 1);
			nothingWrong(await look(visitor, { name: path }));
		}
		await visitor.leave();
	});

await test('opened by itself the logo runs nothing', async () => {
	const visitor = await Visitor.enter(browser);

	await visitor.go('/');
	const address = await visitor.page.getAttribute('.mark img', 'src');
	const answer = await visitor.page.goto(address);

	assert.match(answer.headers()['content-security-policy'], /^sandbox; default-src 'none'/);
	assert.equal(await visitor.page.evaluate(() => document.querySelectorAll('script, foreignObject').length), 0);
	await visitor.leave();
});

await test('what was before comes back', async () => {
	await admin.go('/admin/setup/looks');
	await admin.page.click('button[name=colour][value=""]');
	await admin.page.waitForLoadState();
	await admin.page.click('form[action$="/logo/remove"] button');
	await admin.page.waitForLoadState();
	assert.equal(await logosOf(admin), 0);
	const visitor = await Visitor.enter(browser);

	await until(visitor, '/', buttonOf, 'rgb(15, 92, 77)');
	await visitor.leave();
});

await admin.leave();
await browser.close();
done();
