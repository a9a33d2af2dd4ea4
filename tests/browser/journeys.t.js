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
	await page.click('form[action$="/reply"] button:not([name])');
	assert.ok((await page.locator('.entry.ours').innerText()).includes(story.answer));
}

async function readAndWriteBack(reporter, papers, story) {
	const { page } = reporter;

	await followUp(reporter, papers);
	assert.ok((await page.locator('.entry.ours').innerText()).includes(story.answer));
	await page.fill('form[action$="/write"] textarea', story.note);
	await page.click('form[action$="/write"] button:not([name])');
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

await test('two answers are enough, and nobody has to say who they are', async () => {
	const reporter = await Visitor.enter(browser, { scripts: false });
	const { page } = reporter;

	await answerAll(reporter, [['who', { reporting_for: 'witness' }], ['what', { category: 'unsure' }],
		['story', { description: 'I saw a strange card reader' }],
		...['when', 'affected', 'impact', 'help', 'files', 'contact', 'sharing'].map(step => [step, {}])]);
	await reporter.press();
	await followUp(reporter, await writtenDown(page));
	assert.match(await page.locator('.entry').innerText(), /I saw a strange card reader/);
	await reporter.leave();
});

await test('another language half way keeps what was typed', async () => {
	const reporter = await Visitor.enter(browser, { scripts: false });
	const { page } = reporter;

	await answerAll(reporter, reportOf(stories.en));
	await reporter.go('/report/story');
	await page.fill('main textarea', 'Typed, and not sent yet');
	await page.click('header .languages a');
	assert.ok(await page.locator('#languages').isVisible());
	await page.click('#languages [value=ar]');
	assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
	assert.equal(await page.inputValue('main textarea'), 'Typed, and not sent yet');
	await page.click('#languages [value=en]');
	assert.equal(await page.inputValue('main textarea'), 'Typed, and not sent yet');
	await page.click('#languages [value=fr]');
	await reporter.press();
	assert.equal(new URL(page.url()).pathname, '/fr/report/when');
	await page.goto('/ar/report/check');
	await page.click('#languages [value=fr]');
	assert.equal(await page.getAttribute('html', 'lang'), 'fr');
	assert.match(await page.locator('.answers').innerText(), /Typed, and not sent yet/);
	await reporter.leave();
});

await test('sent from two windows at once it is one report', async () => {
	const reporter = await Visitor.enter(browser);
	const other = await reporter.context.newPage();

	await answerAll(reporter, reportOf(stories.en));
	await other.goto('/report/check');
	await Promise.all([reporter.page, other].map(page => page.click('main .button.main')));
	await Promise.all([reporter.page, other].map(page => page.waitForURL('**/report/sent')));
	assert.deepEqual(await writtenDown(other), await writtenDown(reporter.page));
	await reporter.leave();
});

await test('whoever reports abuse sees first who helps at once, and can leave', async () => {
	const reporter = await Visitor.enter(browser, { width: 360, scripts: false });
	const { page } = reporter;

	await reporter.go('/report/who');
	await fill(page, { reporting_for: 'myself' });
	await reporter.press();
	await fill(page, { category: 'abuse' });
	await reporter.press();
	await reporter.isAt('/report/story');
	assert.match(await page.locator('.alarm').innerText(), /116/);
	assert.ok((await page.locator('.alarm').boundingBox()).y
		< (await page.locator('main textarea').boundingBox()).y);
	assert.ok(await page.locator('main a[rel~=noreferrer]').isVisible());
	await reporter.leave();
});

await browser.close();
done();
