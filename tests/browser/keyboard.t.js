// Without a mouse: everything is reached, in the order one sees it, with a
// ring around it; and a page that complains says so first.
import assert from 'node:assert/strict';
import { done, nothingWrong, test } from './tap.js';
import { openBrowser, Visitor } from './visitor.js';
import { answerAll, fill, reportOf, stories } from './reporter.js';
import { Desk, people } from './staff.js';

const browser = await openBrowser();

// What has the focus: what it is, where it is, and its ring.
function focused(page) {
	return page.evaluate(async () => {
		const numbers = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
		const light = ([r, g, b]) => [r, g, b].map(x => x / 255)
			.map(x => x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
			.reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
		const ground = e => {
			for (; e; e = e.parentElement) {
				const colour = numbers(getComputedStyle(e).backgroundColor);

				if (colour.length === 3)
					return colour;
			}
			return [255, 255, 255];
		};
		// A radio's ring is around its row, a line of the queue has it inside.
		const contrast = (e, pseudo, behind) => {
			const style = getComputedStyle(e, pseudo);

			if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)
				return 0;
			const two = [light(numbers(style.outlineColor)), light(ground(behind))]
				.sort((a, b) => b - a);
			return (two[0] + 0.05) / (two[1] + 0.05);
		};
		const e = document.activeElement;

		// What Tab came to is scrolled into sight with the next picture.
		await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
		if (!e || e === document.body)
			return null;
		const box = (e.labels?.length && /radio|checkbox/.test(e.type) ? e.labels[0] : e)
			.getBoundingClientRect();
		const own = e.getBoundingClientRect();

		return {
			name: `${e.tagName.toLowerCase()}#${e.id} '${(e.textContent.trim() || e.name || '')
				.slice(0, 30)}'`,
			group: e.type === 'radio' ? e.name : '',
			ring: Math.max(contrast(e, null, e.parentElement), contrast(e, '::after', e),
				...[...e.labels ?? []].map(x => contrast(x, null, x.parentElement))),
			top: box.top + scrollY, bottom: box.bottom + scrollY, start: box.left, end: box.right,
			seen: own.top >= -1 && own.top + Math.min(own.height, 44) <= innerHeight + 1,
		};
	});
}

// All that can be reached, which Tab must reach: of radios one in each group.
function reachable(page) {
	return page.evaluate(() => {
		const groups = new Set();

		return [...document.querySelectorAll(
			'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
			.filter(e => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled)
			.filter(e => e.type !== 'radio' || (!groups.has(e.name) && groups.add(e.name))).length;
	});
}

// columns: things beside each other may come in either order of height.
async function walk(visitor, { columns = false } = {}) {
	const { page, language } = visitor;
	const wanted = await reachable(page);
	const problems = [];
	let first, before, here, count = 0;

	for (;;) {
		await page.keyboard.press('Tab');
		here = await focused(page);
		// After the last one comes the browser's own, or the first again.
		if (!here || (count >= wanted && here.name === first.name))
			break;
		first ??= here;
		if (++count > wanted + 5) {
			problems.push(`${visitor.path}: Tab does not come to an end; it began at ${first.name}`);
			break;
		}
		if (here.ring < 3)
			problems.push(`no ring: ${here.name} (${here.ring.toFixed(1)})`);
		if (!here.seen)
			problems.push(`out of sight: ${here.name}`);
		if (before && !columns && here.bottom <= before.top + 1)
			problems.push(`back upwards: from ${before.name} to ${here.name}`);
		const level = before && Math.abs(here.top - before.top) < 8 && Math.abs(here.bottom
			- before.bottom) < 8;

		if (level && (language === 'ar' ? here.end > before.end : here.start < before.start))
			problems.push(`against the reading direction: from ${before.name} to ${here.name}`);
		before = here;
	}
	if (count !== wanted)
		problems.push(`Tab reaches ${count} of ${wanted}`);
	nothingWrong(problems);
}

for (const language of ['en', 'ar']) {
	const visitor = await Visitor.enter(browser, { language, width: language === 'en' ? 1280 : 360 });
	const { page } = visitor;

	for (const path of ['/report', '/report/who'])
		await test(`Tab through ${path} in ${language}`, async () => {
			await visitor.go(path);
			await walk(visitor);
		});
	await test(`Tab through the other questions in ${language}`, async () => {
		await answerAll(visitor, reportOf(stories[language]));
		for (const step of ['what', 'story', 'when', 'affected', 'impact', 'contact', 'check']) {
			await visitor.go(`/report/${step}`);
			await walk(visitor);
		}
	});
	await test(`the first Tab offers the main content in ${language}`, async () => {
		await visitor.go('/report/what');
		await page.keyboard.press('Tab');
		assert.match((await focused(page)).name, /^a#/);
		assert.ok(await page.locator('.skip:focus').isVisible());
		await page.keyboard.press('Enter');
		assert.match((await focused(page)).name, /^main#main/);
		await page.keyboard.press('Tab');
		assert.ok(await page.locator('main :focus').count() === 1);
	});
	await visitor.leave();
}

await test('a question is answered with Tab, space, arrows and Enter', async () => {
	const visitor = await Visitor.enter(browser, { scripts: false });
	const { page } = visitor;
	const tabTo = async selector => {
		for (let i = 0; i < 40; i++) {
			await page.keyboard.press('Tab');
			if (await page.locator(`${selector}:focus`).count() > 0)
				return;
		}
		assert.fail(`Tab does not come to ${selector}`);
	};

	await visitor.go('/report/who');
	await tabTo('[name=reporting_for]');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	assert.ok(await page.isChecked('[value=someone]'));
	await tabTo('.button.main');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/report/what');
	await tabTo('[name=category]');
	await page.keyboard.press('Space');
	await page.keyboard.press('Enter');
	await page.waitForURL('**/report/story');
	await tabTo('textarea');
	await page.keyboard.type('Typed without a mouse');
	await tabTo('.button.main');
	await page.keyboard.press('Space');
	await page.waitForURL('**/report/when');
	await visitor.leave();
});

await test('Tab through queue, ticket, entering and accounts', async () => {
	const desk = await Desk.open(browser, people.lead);
	const admin = await Desk.open(browser, people.administrator);
	const [reference] = await desk.references();

	for (const path of ['/desk/queue', `/desk/tickets/${reference}`, '/desk/new', '/account']) {
		await desk.visitor.go(path);
		await walk(desk.visitor, { columns: true });
	}
	await admin.visitor.go('/admin/accounts');
	await walk(admin.visitor, { columns: true });
	await desk.visitor.leave();
	await admin.visitor.leave();
});

// --- what complains

for (const scripts of [true, false])
	await test(`mistakes are said first, and lead to their fields, scripts ${scripts ? 'on' : 'off'}`,
		async () => {
			const visitor = await Visitor.enter(browser, { scripts });
			const { page } = visitor;

			await answerAll(visitor, reportOf(stories.en));
			for (const [step, fields] of [['when', { 'noticed-year': '2099' }],
				['impact', { loss: 'a lot' }],
				['contact', { email: 'ana at home', phone: 'none' }]]) {
				await visitor.go(`/report/${step}?change=1`);
				await fill(page, fields);
				await visitor.press();
				assert.equal(visitor.answer.status(), 422);
				assert.match(await page.title(), /^Error: /);
				assert.equal(await page.evaluate(() => document.activeElement.className), 'problem');
				const links = page.locator('.problem a');

				assert.equal(await links.count(), step === 'contact' ? 2 : 1);
				for (const link of await links.all()) {
					const said = await link.innerText();

					await link.focus();
					await page.keyboard.press('Enter');
					const field = page.locator('main :focus');

					assert.equal(await field.count(), 1, `'${said}' leads to a field`);
					assert.equal(await field.getAttribute('aria-invalid'), 'true');
					assert.equal(await field.evaluate(
						e => e.closest('.field').querySelector('.message').lastChild.data.trim()), said);
				}
				// Nothing that was typed is lost.
				for (const [name, value] of Object.entries(fields))
					assert.equal(await page.inputValue(`main [name="${name}"]`), value);
			}
			await visitor.go('/report/check');
			nothingWrong(await visitor.wrong());
			await visitor.leave();
		});

await test('a choice that was not made leads to its first radio', async () => {
	const visitor = await Visitor.enter(browser);

	await visitor.go('/report/who');
	await visitor.press();
	await visitor.page.focus('.problem a');
	await visitor.page.keyboard.press('Enter');
	assert.match((await focused(visitor.page)).name, /^input#reporting_for /);
	assert.ok((await focused(visitor.page)).ring >= 3);
	await visitor.leave();
});

await browser.close();
done();
