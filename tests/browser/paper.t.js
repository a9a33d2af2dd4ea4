// On paper: what a reporter keeps and what the team files, without what only
// works on a screen.
import assert from 'node:assert/strict';
import { done, nothingWrong, test } from './tap.js';
import { openBrowser, Visitor } from './visitor.js';
import { answerAll, followUp, reportOf, stories, writtenDown } from './reporter.js';
import { Desk, people } from './staff.js';

const browser = await openBrowser();

// The page as a printer gets it: its words must be there, black on white, and
// nothing that one would press.
async function printed(visitor, words, most) {
	const { page } = visitor;
	const problems = [];

	// As wide as A4 without its margins.
	await page.setViewportSize({ width: 672, height: 900 });
	await page.emulateMedia({ media: 'print' });
	const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');

	for (const word of words)
		if (!text.includes(word))
			problems.push(`is not printed: ${word}`);
	problems.push(...await page.evaluate(() => {
		const seen = [...document.querySelectorAll('button, nav, textarea, .skip, .back, summary')]
			.filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 1)
			.map(e => `is printed: ${e.tagName} ${e.textContent.trim().slice(0, 30)}`);
		const pale = [...document.querySelectorAll('main *')]
			.filter(e => e.checkVisibility() && !e.closest('.tlp, .unseen')
				&& [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
			.filter(e => (getComputedStyle(e).color.match(/\d+/g) ?? []).slice(0, 3)
				.some(x => Number(x) > 0x66))
			.map(e => `is pale: ${e.textContent.trim().slice(0, 30)}`);

		return document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth
			? [...seen, ...pale, 'is wider than the paper'] : [...seen, ...pale];
	}));
	const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
	const pages = paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

	if (!paper.startsWith('%PDF-') || pages < 1 || pages > most)
		problems.push(`${pages} pages, at most ${most} are wanted`);
	await page.emulateMedia({ media: null });
	await page.setViewportSize({ width: 1280, height: 900 });
	nothingWrong(problems);
}

for (const language of ['en', 'ar']) {
	const story = stories[language];
	const reporter = await Visitor.enter(browser, { language });
	const desk = await Desk.open(browser, language === 'en' ? people.lead : people.manager);
	let papers;

	await test(`the answers on paper in ${language}`, async () => {
		await answerAll(reporter, reportOf(story));
		await printed(reporter, [story.description, story.name, 'PV 7/311'], 4);
	});
	await test(`reference and secret on paper in ${language}`, async () => {
		await reporter.press();
		papers = await writtenDown(reporter.page);
		await printed(reporter, [papers.reference, papers.secret, '+999 20 555 0100'], 1);
	});
	await test(`the conversation on paper in ${language}`, async () => {
		await desk.on(papers.reference, 'reply', { body: story.answer });
		await followUp(reporter, papers);
		await printed(reporter, [papers.reference, story.description, story.answer], 2);
	});
	await test(`a ticket on paper in ${language}`, async () => {
		const path = `${reporter.prefix}/desk/tickets/${papers.reference}`;

		await desk.visitor.page.goto(path);
		await printed(desk.visitor, [papers.reference, story.description, story.answer,
			'TLP:AMBER', story.organisation], 3);
	});
	await test(`nobody complained in ${language}`, async () => {
		nothingWrong([...await reporter.wrong(), ...await desk.visitor.wrong()]);
		assert.ok(papers);
	});
	await reporter.leave();
	await desk.visitor.leave();
}

await browser.close();
done();
