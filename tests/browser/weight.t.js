// What comes over the line, compressed, with an empty cache: every byte that
// the browser counts, heads of answers included.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { done, nothingWrong, test } from './tap.js';
import { address, languages, openBrowser, Visitor } from './visitor.js';
import { answerAll, reportOf, stories } from './reporter.js';
import { Desk, people } from './staff.js';

const browser = await openBrowser();

// Counts what a visitor's page receives, from now on.
async function scales(visitor) {
	const wire = await visitor.context.newCDPSession(visitor.page);
	const count = { bytes: 0, paths: [] };

	const asked = new Map();

	await wire.send('Network.enable');
	wire.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
		asked.set(requestId, new URL(request.url).pathname);
		// An answer that leads on ends without an event of its own.
		count.bytes += redirectResponse?.encodedDataLength ?? 0;
	});
	wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		count.bytes += encodedDataLength;
		// What was kept from before weighs nothing.
		if (encodedDataLength > 0)
			count.paths.push(asked.get(requestId));
	});
	return count;
}

// One answer as a browser asks for it: size of the compressed body, and of all.
function weigh(path, headers = {}) {
	return new Promise((resolve, reject) => {
		request(address + path, { headers: { 'accept-encoding': 'gzip', ...headers } }, answer => {
			let body = 0;

			answer.on('data', data => body += data.length);
			answer.on('end', () => resolve({ body, encoding: answer.headers['content-encoding'],
				cache: answer.headers['cache-control'],
				all: body + answer.rawHeaders.join('').length + answer.rawHeaders.length * 2 + 17 }));
		}).on('error', reject).end();
	});
}

function atMost(name, bytes, most) {
	console.log(`# ${name}: ${bytes} bytes of ${most}`);
	assert.ok(bytes <= most, `${name}: ${bytes} bytes, at most ${most}`);
}

// Headless browsers ask for no icon: added where the browser did not.
async function withIcon(count) {
	return count.bytes + (count.paths.some(x => x.includes('favicon')) ? 0
		: (await weigh('/static/favicon.svg')).all);
}

for (const language of languages)
	await test(`the first visit of the form is at most 14 kB in ${language}`, async () => {
		const visitor = await Visitor.enter(browser, { language });
		const count = await scales(visitor);

		await visitor.page.goto(`${visitor.prefix}/report`);
		await visitor.press();
		await visitor.isAt('/report/who');
		atMost('first visit', await withIcon(count), 14 * 1024);
		assert.ok(count.paths.length <= 4, `${count.paths}`);
		await visitor.leave();
	});

await test('the whole journey is at most 60 kB', async () => {
	const visitor = await Visitor.enter(browser);
	const count = await scales(visitor);

	await visitor.go('/report');
	await answerAll(visitor, reportOf(stories.en));
	await visitor.press();
	await visitor.isAt('/report/sent');
	atMost('journey', await withIcon(count), 60 * 1024);
	assert.equal(count.paths.filter(x => x.startsWith('/static/style.css')).length, 1,
		'the style sheet comes once');
	await visitor.leave();
});

await test('a question is at most 5 kB in every language', async () => {
	const visitor = await Visitor.enter(browser);

	await answerAll(visitor, reportOf(stories.en));
	const cookies = (await visitor.context.cookies()).map(x => `${x.name}=${x.value}`).join('; ');

	for (const prefix of ['', '/ar', '/fr'])
		for (const [step] of reportOf(stories.en)) {
			const { body, encoding } = await weigh(`${prefix}/report/${step}`, { cookie: cookies });

			assert.equal(encoding, 'gzip');
			atMost(`${prefix}/report/${step}`, body, 5 * 1024);
		}
	await visitor.leave();
});

// What the site map offers to search engines, without its languages, and what else a
// visitor opens first.
async function publicPages() {
	const map = await (await fetch(`${address}/sitemap.xml`)).text();
	const paths = [...map.matchAll(/<loc>([^<]*)</g)].map(x => new URL(x[1]).pathname);

	return [...new Set([...paths.map(x => x.replace(/^\/(?:ar|es|fr|ru|zh)(?=\/|$)/, '') || '/'), '/follow', '/login'])];
}

// WEIGHTS=FILE keeps the table.
await test('every public page is at most 14 kB with the style sheet, in every language', async () => {
	const visitor = await Visitor.enter(browser);

	await visitor.go('/');
	const sheet = (await weigh(await visitor.page.getAttribute('link[rel=stylesheet]', 'href'))).all;
	const pages = await publicPages();
	const table = [['bytes with the style sheet'.padEnd(28), ...languages.map(x => x.padStart(6))].join(' ')];
	const heavy = [];

	assert.ok(pages.length > 12, `${pages}`);
	for (const path of pages) {
		const row = [];

		for (const language of languages) {
			const prefix = language === 'en' ? '' : `/${language}`;
			const bytes = sheet + (await weigh(prefix + (path === '/' && prefix ? '' : path))).all;

			row.push(String(bytes).padStart(6));
			if (bytes > 14 * 1024)
				heavy.push(`${prefix}${path}: ${bytes} bytes, at most ${14 * 1024}`);
		}
		table.push([path.padEnd(28), ...row].join(' '));
	}
	table.push(`of it the sheet: ${sheet}`);
	console.log(table.map(x => `# ${x}`).join('\n'));
	if (process.env.WEIGHTS)
		writeFileSync(process.env.WEIGHTS, `${table.join('\n')}\n`);
	nothingWrong(heavy);
	await visitor.leave();
});

await test('the style sheet is at most 8 kB and kept for ever', async () => {
	const visitor = await Visitor.enter(browser);

	await visitor.go('/');
	const sheets = await visitor.page.locator('link[rel=stylesheet]').evaluateAll(
		links => links.map(x => x.getAttribute('href')));

	assert.equal(sheets.length, 1);
	const { body, encoding, cache } = await weigh(sheets[0]);

	assert.equal(encoding, 'gzip');
	assert.match(cache, /immutable/);
	atMost('style sheet', body, 8 * 1024);
	await visitor.leave();
});

// What a browser understands of a sheet, rule by rule. It keeps the blanks of values with a
// name of their own.
function understood(page, sheet) {
	return page.evaluate(text => {
		const parsed = new CSSStyleSheet();

		parsed.replaceSync(text);
		return [...parsed.cssRules].map(x => x.cssText.replace(/([,:]) +/g, '$1'));
	}, sheet);
}

await test('the style sheet says what its sources say', async () => {
	const visitor = await Visitor.enter(browser);
	const source = name => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
	const sources = source('Makefile.am').match(/\bstatic\/style\/\w+\.css/g);
	const served = source('static/style.css');

	await visitor.go('/');
	assert.ok(sources.length > 5);
	assert.doesNotMatch(served, /\/\*|\n./);
	assert.deepEqual(await understood(visitor.page, served),
		await understood(visitor.page, sources.map(source).join('')));
	await visitor.leave();
});

await test('a queue of 50 is at most 40 kB', async () => {
	const desk = await Desk.open(browser, people.lead);

	for (let i = 0; i < 50; i++)
		await desk.enter({ name: `Ana Ferro ${i}`, phone: '+999 20 555 0111',
			description: `${i}: a message with a link to a parcel service that does not exist` });
	const count = await scales(desk.visitor);

	await desk.visitor.go('/desk/queue');
	assert.equal(await desk.visitor.page.locator('.queue tbody tr').count(), 50);
	atMost('queue', count.bytes, 40 * 1024);
	await desk.visitor.leave();
});

await browser.close();
done();
