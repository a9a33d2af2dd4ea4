// What others say of our pages and files: the Nu checker of HTML over every public page
// in every language, xmllint over what is XML; and what machines learn from microdata.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { done, nothingWrong, test } from './tap.js';
import { address, languages, openBrowser, Visitor } from './visitor.js';

const folder = `${process.env.BELFRY_STATE}/tmp/grammar`;
const nu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const prefixOf = language => language === 'en' ? '' : `/${language}`;

async function text(path) {
	return (await fetch(address + path)).text();
}

// All that the site map names; what a visitor comes to from there; and mistakes.
async function everyPage() {
	const map = [...(await text('/sitemap.xml')).matchAll(/<loc>([^<]*)</g)].map(x => new URL(x[1]).pathname);
	const links = [...`${await text('/advisories')}${await text('/statistics')}`
		.matchAll(/href="(\/(?:advisories\/[A-Z]|statistics\/)[^"?#]*)"/g)].map(x => x[1]);
	const paths = ['/report/who', '/follow', '/login', '/password', '/rfc2350/v/1', '/vulnerability/report',
		'/advisories?q=nothing', '/nothing', '/report/check', ...links];

	return new Set([...map, ...languages.flatMap(x => paths.map(path => prefixOf(x) + path))]);
}

await test('the Nu checker finds nothing on any public page', async () => {
	const pages = await everyPage();

	mkdirSync(folder, { recursive: true });
	assert.ok(pages.size > 150, `${pages.size} pages`);
	for (const path of pages)
		writeFileSync(`${folder}/${encodeURIComponent(path)}.html`, await text(path));
	for (const name of ['unavailable.html', 'refused.html', 'favicon.svg', 'symbols.svg'])
		cpSync(new URL(`../../static/${name}`, import.meta.url), `${folder}/${name}`);
	// Not waited for in one go: connections that nginx closes meanwhile are noticed.
	const { stderr } = await promisify(execFile)('java', ['-Xmx256m', '-XX:+UseSerialGC', '-jar', nu,
		'--also-check-svg', '--format', 'json', '--exit-zero-always', folder],
	{ maxBuffer: 1 << 28 });

	console.log(`# ${pages.size} pages`);
	nothingWrong(JSON.parse(stderr).messages.map(x => `${decodeURIComponent(x.url.split('/').pop())}: line ${
		x.lastLine}: ${x.message} ${x.extract ?? ''}`));
});

await test('the list of pages and the feeds are XML', async () => {
	for (const path of ['/sitemap.xml', ...languages.map(x => `${prefixOf(x)}/advisories.atom`)]) {
		const xml = await text(path);

		assert.match(xml, /^<\?xml/, path);
		execFileSync('xmllint', ['--noout', '--nonet', '-'], { input: xml });
	}
});

// The items of a page, as machines read them.
function itemsOf(page) {
	return page.evaluate(() => [...document.querySelectorAll('[itemscope]')].map(item => {
		const others = (item.getAttribute('itemref') ?? '').split(' ').filter(x => x)
			.map(id => document.getElementById(id));

		return Object.fromEntries([['type', item.getAttribute('itemtype')],
			...[...item.querySelectorAll('[itemprop]'), ...others].map(x => [x.getAttribute('itemprop'),
				x.content ?? x.href ?? x.textContent])]);
	}));
}

const browser = await openBrowser();

for (const language of languages)
	await test(`machines know the organisation in ${language}`, async () => {
		const visitor = await Visitor.enter(browser, { language });

		for (const path of ['/', '/contact']) {
			await visitor.go(path === '/' && visitor.prefix ? '' : path);
			const [item, ...more] = await itemsOf(visitor.page);

			assert.equal(more.length, 0);
			assert.deepEqual([item.type, item.alternateName, item.telephone, item.email, item.url],
				['https://schema.org/Organization', 'VEL-CIRT', '+999 20 555 0100', 'report@cirt.example',
					`${address}${visitor.prefix || '/'}`]);
			assert.equal(item.name, await visitor.page.textContent('.mark span span'));
			assert.equal('address' in item, path === '/contact');
		}
		nothingWrong(await visitor.wrong());
		await visitor.leave();
	});
await browser.close();
done();
