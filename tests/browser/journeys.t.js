// The whole path, in Chromium, through nginx: somebody reports, somebody at
// the desk answers, and the reporter reads the answer with nothing but a
// reference and a secret.
import assert from 'node:assert/strict';
import { done, nothingWrong, test } from './tap.js';
import { languages, openBrowser, Visitor } from './visitor.js';
import { answerAll, fill, followUp, reportOf, stories, writtenDown } from './reporter.js';
import { people, signIn } from './staff.js';

const browser = await openBrowser();
const staff = [people.lead, ...people.analysts, people.manager];
let turn = 0;

async function checkAndSend(reporter, story) {
	const { page } = reporter;
	const shown = await page.locator('.answers').innerText();

	for (const text of [story.description, story.done, story.name, 'ana@fish.example',
		'hxxp://pay[.]example/lock', 'PV 7/311'])
		assert.ok(shown.includes(text), `the answers show '${text}'`);
	// What was left out stands there too, and one answer is changed.
	assert.ok(await page.locator('.answers dd.soft').count() > 0);
	await page.locator('.answers div', { hasText: 'PV 7/311' }).locator('a').click();
	await reporter.isAt('/report/help');
	await fill(page, { told_reference: 'PV 7/312' });
	await reporter.press();
	await reporter.isAt('/report/check');
	assert.match(await page.locator('.answers').innerText(), /PV 7\/312/);
	await reporter.press();
	await reporter.isAt('/report/sent');
}

async function takeAndAnswer(analyst, reference, story) {
	const { page } = analyst;

	await analyst.go('/desk/queue');
	await page.click(`.queue a[href$="${reference}"]`);
	await analyst.isAt(`/desk/tickets/${reference}`);
	assert.match(await page.locator('.talk').innerText(), new RegExp(story.description));
	await page.click('.head form[action$="/take"] button');
	await analyst.isAt(`/desk/tickets/${reference}`);
	await page.fill('form[action$="/reply"] textarea', story.answer);
	await page.click('form[action$="/reply"] button');
	assert.ok((await page.locator('.entry.ours').innerText()).includes(story.answer));
}

async function readAndWriteBack(reporter, papers, story) {
	const { page } = reporter;

	await followUp(reporter, papers);
	assert.ok((await page.locator('.entry.ours').innerText()).includes(story.answer));
	await page.fill('form[action$="/write"] textarea', story.note);
	await page.click('form[action$="/write"] button');
	assert.ok((await page.locator('.entry').last().innerText()).includes(story.note));
	await page.click('form[action$="/solved"] button');
	assert.equal(await page.locator('form[action$="/solved"]').count(), 0);
	await page.click('form[action$="/leave"] button');
	await reporter.go('/follow/ticket');
	await reporter.isAt('/follow');
}

async function journey(settings) {
	const story = stories[settings.language];
	const reporter = await Visitor.enter(browser, settings);
	const analyst = await Visitor.enter(browser, settings);

	try {
		await reporter.go('/');
		await reporter.press();
		await reporter.isAt('/report');
		await reporter.press();
		await reporter.isAt('/report/who');
		await answerAll(reporter, reportOf(story));
		await checkAndSend(reporter, story);
		const papers = await writtenDown(reporter.page);

		await reporter.context.clearCookies();
		await signIn(analyst, staff[turn++ % staff.length]);
		await takeAndAnswer(analyst, papers.reference, story);
		await readAndWriteBack(reporter, papers, story);
		await analyst.go(`/desk/tickets/${papers.reference}`);
		assert.ok((await analyst.page.locator('.talk').innerText()).includes(story.note));
		nothingWrong([...await reporter.wrong(), ...await analyst.wrong()]);
	} finally {
		await reporter.leave();
		await analyst.leave();
	}
}

for (const scripts of [false, true])
	for (const width of [360, 1280])
		for (const language of languages.slice(0, 2))
			await test(`report, answer and follow-up in ${language}, ${width} px,`
				+ ` scripts ${scripts ? 'on' : 'off'}`,
				() => journey({ language, width, scripts }));

await browser.close();
done();
