// Evidence that bites: files with scripts in them, sent by a reporter and by the
// team, opened at the desk and from the follow-up page in every way a browser
// has. All of them are saved, as they came; nothing of them runs or is shown at
// our address.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { done, nothingWrong, test } from './tap.js';
import { address, openBrowser, Visitor } from './visitor.js';
import { followUp, reportQuickly, writtenDown } from './reporter.js';
import { people, signIn } from './staff.js';
import { evidence } from './evidence.js';

const perMessage = 5;
const patience = 20000;

// --- somebody else's server: shows what it is told to, and hears who calls

const heard = [];
const shown = new Map();
const server = createServer((request, answer) => {
	const path = decodeURIComponent(request.url);

	if (path.startsWith('/ran')) {
		heard.push(`called home: ${path}`);
		answer.writeHead(204, { 'access-control-allow-origin': '*' }).end();
	} else if (shown.has(path)) {
		const { type, bytes } = shown.get(path);

		answer.writeHead(200, { 'content-type': type }).end(bytes);
	} else {
		answer.writeHead(404).end();
	}
});

await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
// The same host: for a browser the same site, so that cookies come along.
const home = `http://127.0.0.1:${server.address().port}`;
const files = evidence(home);

for (const file of files.filter(x => x.type))
	shown.set(`/${file.name}`, file);

// Who listens in a browser: whatever a file does is heard here.
function listen(context) {
	const watch = page => {
		page.on('dialog', dialog => {
			heard.push(`asked: ${dialog.message()}`);
			dialog.dismiss().catch(() => {});
		});
	};

	context.on('console', message => {
		if (message.text().startsWith('RAN '))
			heard.push(`said: ${message.text()}`);
	});
	context.on('page', watch);
	context.pages().forEach(watch);
}

// What was heard since the last time, once everything under way has ended.
async function quiet(page) {
	await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 50)));
	return heard.splice(0);
}

const browser = await openBrowser();

// --- that they bite

// How a page of somebody else's takes in a file: each way of HTML.
const ways = url => `<iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}">`
	+ `<object data="${url}" type="image/svg+xml"></object><embed src="${url}" type="text/html">`
	+ `<img src="${url}"><video src="${url}"></video><audio src="${url}"></audio>`
	+ `<script src="${url}"></script><script type="module" src="${url}"></script><link rel="stylesheet" href="${url}">`
	+ `<link rel="prefetch" href="${url}"><link rel="manifest" href="${url}">`;

await test('shown by a careless server they run', async () => {
	const context = await browser.newContext();
	const page = await context.newPage();
	const tame = [];

	listen(context);
	for (const { name, type } of files.filter(x => x.type)) {
		const parts = /css|javascript/.test(type);

		if (parts)
			shown.set('/in', { type: 'text/html', bytes: `<!DOCTYPE html>${ways(`${home}/${name}`)}` });
		await page.goto(`${home}/${parts ? 'in' : name}`, { waitUntil: 'commit' }).catch(() => {});
		for (let i = 0; i < 600 && !heard.some(x => x.includes(name)); i++)
			await new Promise(resolve => setTimeout(resolve, 50));
		if (!heard.some(x => x.includes(name)))
			tame.push(`${name} as ${type} does nothing`);
	}
	await context.close();
	nothingWrong(tame);
	heard.splice(0);
});

// --- they arrive

// Through the form, as browsers send files, some at a time; the page that comes.
async function attach(visitor, form) {
	for (let i = 0; i < files.length; i += perMessage) {
		const some = files.slice(i, i + perMessage);

		await visitor.page.setInputFiles(`${form} input[type=file]`,
			some.map(x => ({ name: x.name, mimeType: x.declared, buffer: x.bytes })));
		await visitor.page.fill(`${form} textarea[name=body]`, `Files ${i}`);
		await visitor.page.click(`${form} > .row > button[type=submit], ${form} > button[type=submit].main`);
		await visitor.page.getByText(`Files ${i}`).first().waitFor({ timeout: patience });
	}
}

// The addresses of the files on this page, by their names.
async function links(page, part) {
	const found = await page.locator(`main a[href*="${part}"]`).evaluateAll(all => all.map(a =>
		[a.querySelector('bdi')?.textContent ?? '', a.getAttribute('href')]));

	return new Map(found.filter(([name]) => name !== ''));
}

const reporter = await Visitor.enter(browser);
const analyst = await Visitor.enter(browser);
let reference, secret, desk, follow;

listen(reporter.context);
listen(analyst.context);

await test('a reporter sends them, the team answers with the same', async () => {
	await reportQuickly(reporter, 'Somebody sent us these files.');
	await reporter.go('/report/sent');
	({ reference, secret } = await writtenDown(reporter.page));
	await followUp(reporter, { reference, secret });
	await attach(reporter, 'form[action$="/follow/ticket/write"]');
	await signIn(analyst, people.analysts[0]);
	await analyst.go(`/desk/tickets/${reference}`);
	desk = await links(analyst.page, `/desk/tickets/${reference}/files/`);
	await attach(analyst, 'form[action$="/reply"]');
	await reporter.go('/follow/ticket');
	follow = await links(reporter.page, '/follow/ticket/files/');
	for (const { name } of files) {
		assert.ok(desk.has(name), `${name} is not at the desk`);
		assert.ok(follow.has(name), `${name} is not on the follow-up page`);
	}
	nothingWrong([...await quiet(reporter.page), ...await quiet(analyst.page)]);
});

// --- they are opened

// act() is to be a download of exactly that file and of nothing else; the page
// stays where it was.
async function saves(page, file, act) {
	const before = page.url();
	const coming = page.waitForEvent('download', { timeout: patience });

	await act().catch(error => {
		if (!/Download is starting|ERR_ABORTED/.test(error.message))
			throw error;
	});
	const download = await coming;

	assert.equal(download.suggestedFilename(), file.name, 'the name it is saved by');
	assert.deepEqual(readFileSync(await download.path()), file.bytes, 'what is saved');
	await download.delete();
	assert.equal(page.url(), before, 'the address stays');
}

function saysSo(headers, file) {
	assert.equal(headers['content-type'], 'application/octet-stream');
	assert.match(headers['content-disposition'], /^attachment; filename="/, file.name);
	assert.equal(headers['x-content-type-options'], 'nosniff');
	assert.match(headers['content-security-policy'], /^sandbox; default-src 'none';.* frame-ancestors 'none'$/);
	assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
	assert.equal(headers['x-frame-options'], 'DENY');
	assert.equal(headers['cache-control'], 'private, no-store');
}

// Everything about one door: the visitor who may come in, and what they can open.
async function door(name, visitor, open, prefix, more) {
	const { page, context } = visitor;
	const here = page.url();
	const inOwnWindow = async (from, act) => {
		const there = await context.newPage();

		await there.goto(from);
		await act(there);
		await there.close();
	};

	await test(`${name}: followed and typed in, they are saved`, async () => {
		for (const file of more ? files : files.filter((_, i) => i % 2 === 0)) {
			const url = address + open.get(file.name);

			await saves(page, file, () => page.click(`main a[href="${open.get(file.name)}"]`));
			await inOwnWindow('about:blank', there => saves(there, file, () => there.goto(url)));
		}
		for (const file of files.slice(0, 2)) {
			const url = address + open.get(file.name);

			await inOwnWindow('about:blank', there => saves(there, file, () => there.goto(`${url}?as=text/html`)));
			// Without its attribute a link is like a typed address.
			await inOwnWindow('/contact', there => saves(there, file,
				() => there.evaluate(to => { location.href = to; }, url)));
		}
		nothingWrong(await quiet(page));
		assert.equal(page.url(), here);
	});

	await test(`${name}: asked for in pieces, they are saved too`, async () => {
		for (const file of files.slice(0, 6)) {
			const url = address + open.get(file.name);

			await inOwnWindow('about:blank', async there => {
				await there.route(url, route => route.continue({
					headers: { ...route.request().headers(), range: 'bytes=0-' } }));
				await saves(there, file, () => there.goto(url));
			});
		}
		nothingWrong(await quiet(page));
	});

	await test(`${name}: every answer says that it is a file to save`, async () => {
		for (const file of files) {
			const path = open.get(file.name);
			const ask = async (way, headers, status) => {
				const answer = await context.request.fetch(path, { method: way, headers });

				assert.equal(answer.status(), status);
				return answer.headers();
			};

			saysSo(await ask('GET', {}, 200), file);
			saysSo(await ask('HEAD', {}, 200), file);
			saysSo(await ask('GET', { accept: 'text/html', 'sec-fetch-dest': 'iframe' }, 200), file);
			saysSo(await ask('GET', { range: 'bytes=0-9' }, 206), file);
			saysSo(await ask('GET', { range: 'bytes=-5' }, 206), file);
			saysSo(await ask('GET', { range: 'bytes=99999999-' }, 416), file);
			saysSo((await context.request.get(prefix + path)).headers(), file);
		}
	});

	// The answers are the same, so what follows is done at one door.
	if (!more)
		return;

	const all = files.map(x => open.get(x.name));
	const some = [];

	// A browser asks one server for few things at once.
	for (let i = 0; i < all.length; i += perMessage)
		some.push(all.slice(i, i + perMessage));

	await test(`${name}: inside of somebody else's page they are nothing`, async () => {
		const problems = [];

		for (const paths of some) {
			const there = await context.newPage();

			shown.set('/in', { type: 'text/html',
				bytes: `<!DOCTYPE html>${paths.map(path => ways(address + path)).join('')}` });
			await there.goto(`${home}/in`, { timeout: patience }).catch(() => {});
			problems.push(...await takenIn(there, { pictures: true }), ...await quiet(there));
			await there.close();
		}
		nothingWrong(problems);
	});

	// As if somebody had got their HTML into a page of ours, past its policy. A
	// picture of dots is no harm then: only what runs, or is a page, would be.
	await test(`${name}: inside of a page of ours they run nothing`, async () => {
		const bare = await browser.newContext({ bypassCSP: true, storageState: await context.storageState() });
		const problems = [];
		const programs = files.filter(x => /script/.test(x.type + x.declared)).map(x => open.get(x.name));

		listen(bare);
		for (const inside of [...some.map(paths => page => page.evaluate(parts => document.body.append(
			document.createRange().createContextualFragment(parts)), paths.map(ways).join(''))),
		async page => problems.push(...await page.evaluate(takenAsPrograms, programs))]) {
			const ours = await bare.newPage();

			await ours.goto(`${address}/contact`);
			await inside(ours);
			problems.push(...await takenIn(ours, { pictures: false }), ...await quiet(ours));
			assert.equal(await ours.evaluate(() => localStorage.length), 0, 'a mark was left');
			await ours.close();
		}
		await bare.close();
		nothingWrong(problems);
	});

	// The wall behind the wall: an answer whose disposition and type got lost.
	await test(`${name}: were one shown all the same, it would do nothing`, async () => {
		for (const file of files) {
			const there = await context.newPage();
			const url = address + open.get(file.name);

			await there.route(url, async route => {
				const answer = await route.fetch();
				const { 'content-disposition': _, ...headers } = answer.headers();

				await route.fulfill({ response: answer, headers: { ...headers,
					'content-type': file.type || file.declared || 'text/html' } });
			});
			await there.goto(url, { waitUntil: 'commit', timeout: patience }).catch(() => {});
			await there.waitForTimeout(100);
			if (file.type.startsWith('text/html'))
				assert.equal(there.url(), url, `${file.name} was not shown: this proves nothing`);
			await there.close();
		}
		nothingWrong(await quiet(page));
	});
}

// What is on a page that tried to take them in.
async function takenIn(page, { pictures }) {
	const problems = [];

	await page.waitForTimeout(300);
	for (const frame of page.frames().slice(1)) {
		const text = await frame.content().catch(() => '');

		if (/RAN|<svg|GIF89a|%PDF/.test(text))
			problems.push(`shown in a frame: ${frame.url()}`);
	}
	return [...problems, ...await page.evaluate(count => [
		...count ? [...document.images].filter(x => x.naturalWidth > 0).map(x => `shown as a picture: ${x.src}`) : [],
		...[...document.styleSheets].filter(x => {
			try {
				return x.href?.includes('/files/') && x.cssRules.length > 0;
			} catch {
				return false;
			}
		}).map(x => `taken for a style sheet: ${x.href}`),
	], pictures)];
}

// In the browser: whatever takes an address of a program.
async function takenAsPrograms(paths) {
	const ran = worker => new Promise((resolve, reject) => {
		worker.onmessage = resolve;
		worker.onerror = reject;
	});
	const taken = [];

	await Promise.race([new Promise(resolve => setTimeout(resolve, 3000)), Promise.all(paths.flatMap(path => [
		navigator.serviceWorker.register(path).then(() => taken.push(`a service worker: ${path}`), () => {}),
		import(location.origin + path).then(() => taken.push(`a module: ${path}`), () => {}),
		ran(new Worker(path)).then(() => taken.push(`a worker: ${path}`), () => {}),
	]))]);
	return taken;
}

await analyst.go(`/desk/tickets/${reference}`);
await door('at the desk', analyst, desk, '/ar', true);
await door('follow-up', reporter, follow, '/fr', false);

await browser.close();
server.close();
done();
