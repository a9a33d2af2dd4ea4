// When something behind the page is away: what was typed is kept, and what one
// reads is a page like every other.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { done, nothingWrong, test } from './tap.js';
import { address, languages, openBrowser, Visitor } from './visitor.js';
import { fill, stories } from './reporter.js';
import { look } from './look.js';

const state = process.env.BELFRY_STATE;
const browser = await openBrowser();

// Only what tests/private started for this test, by what it wrote down.
const processOf = name => Number(readFileSync(`${state}/pid/${name}`, 'utf8').split(' ')[0]);

function isThere(pid) {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()[0] !== 'Z';
	} catch {
		return false;
	}
}

async function end(name, signal) {
	const pid = processOf(name);

	process.kill(pid, signal);
	await until(() => !isThere(pid));
}

// With the functions that started it.
function databaseAgain() {
	execFileSync('bash', ['-c', `. "$BELFRY_SOURCE/tests/private"
		state=$BELFRY_STATE runtime=$BELFRY_RUNTIME
		database_options=("\${small[@]}" "\${quick[@]}")
		launch_database && wait_until 60 database sql --execute 'DO 0'`], { stdio: 'ignore' });
}

async function until(what) {
	for (let i = 0; i < 600 && !await what(); i++)
		await pause(50);
}

const statusOf = async path => (await fetch(address + path)).status;

const visitors = [];

for (const language of languages) {
	const visitor = await Visitor.enter(browser, { language });

	await visitor.go('/report/who');
	await fill(visitor.page, { reporting_for: 'myself' });
	await visitor.press();
	await fill(visitor.page, { category: 'unsure' });
	await visitor.press();
	await visitor.isAt('/report/story');
	visitors.push(visitor);
}

// Asked to end, because this one does not write down every commit at once.
await end('database', 'SIGTERM');
for (const visitor of visitors)
	await test(`without its database it says so in ${visitor.language}`, async () => {
		await fill(visitor.page, { description: stories[visitor.language].description });
		await visitor.press();
		nothingWrong(await look(visitor, { status: 503 }));
	});
databaseAgain();
for (const visitor of visitors)
	await test(`and what was typed is sent by a second press in ${visitor.language}`, async () => {
		await visitor.press();
		await visitor.isAt('/report/when');
		await visitor.go('/report/story');
		assert.equal(await visitor.page.inputValue('main textarea'),
			stories[visitor.language].description);
	});

// What nginx says by itself is one page for all languages.
const visitor = await Visitor.enter(browser);

await test('what nginx does not take is a page', async () => {
	await visitor.send('/follow', { headers: { 'x-long': 'x'.repeat(40000) } });
	nothingWrong(await look(visitor, { status: 400, bare: true }));
});
await test('without Belfry nginx has a page', async () => {
	await end('serve', 'SIGKILL');
	await until(async () => await statusOf('/follow/ticket') === 503);
	await visitor.go('/follow/ticket');
	nothingWrong(await look(visitor, { status: 503, bare: true }));
});

await browser.close();
done();
