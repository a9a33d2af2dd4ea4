// Every page that everybody can come to, one after the other, as a visitor
// comes to it. Yields what is to be seen: a name, and what is special.
import { answerAll, fill, followUp, reportOf, reportQuickly, stories, writtenDown }
	from './reporter.js';

async function* standing(visitor) {
	for (const name of ['home', 'contact', 'about', 'services', 'partners', 'privacy', 'accessibility',
		'vulnerability', 'report']) {
		await visitor.go(name === 'home' ? '/' : `/${name}`);
		yield { name };
	}
	for (const name of ['guidelines', 'threat-model', 'programme', 'announcement']) {
		await visitor.go(`/${name}`);
		yield { name, prints: true };
	}
}

async function* published(visitor) {
	await visitor.go('/rfc2350');
	yield { name: 'profile', prints: true };
	await visitor.go('/rfc2350/v/1');
	yield { name: 'profile-version' };
	await visitor.go('/statistics');
	yield { name: 'statistics', prints: true };
	await visitor.go('/statistics/2026-1');
	yield { name: 'statistics-quarter' };
}

async function* advisories(visitor) {
	await visitor.go('/advisories');
	yield { name: 'advisories' };
	await visitor.page.click('main .told a >> nth=0');
	await visitor.page.waitForLoadState();
	yield { name: 'advisory', prints: true };
	await visitor.go('/advisories?kind=vulnerability');
	await visitor.page.click('main .told a >> nth=0');
	await visitor.page.waitForLoadState();
	yield { name: 'advisory-products', prints: true };
	await visitor.go('/advisories?kind=note');
	await visitor.page.click('main .told a >> nth=0');
	await visitor.page.waitForLoadState();
	yield { name: 'advisory-withdrawn' };
	await visitor.go('/advisories?q=nothing+of+the+kind');
	yield { name: 'advisories-none' };
}

async function* lists(visitor) {
	await visitor.go('/subscribe');
	yield { name: 'subscribe' };
	await visitor.press();
	yield { name: 'subscribe-wrong', status: 422, complains: true };
	await fill(visitor.page, { email: 'reader@example.org' });
	await visitor.press();
	await visitor.isAt('/subscribe/asked');
	yield { name: 'subscribe-asked' };
	await visitor.go('/subscription/nothing');
	yield { name: 'subscription-none', status: 404 };
}

// Mistakes of somebody who reports, where there is something to mistake.
const mistakes = {
	who: {},
	what: {},
	story: {},
	when: { 'noticed-day': '1', 'noticed-month': '1', 'noticed-year': '2099' },
	impact: { loss: 'a lot' },
	contact: { name: 'Ana', email: 'ana at home', phone: 'none', contact_how: 'email' },
};

async function* questions(visitor) {
	const { page } = visitor;

	await visitor.go('/report/who');
	for (const [step, fields] of reportOf(stories[visitor.language])) {
		await visitor.isAt(`/report/${step}`);
		yield { name: `report-${step}` };
		if (mistakes[step]) {
			await fill(page, mistakes[step]);
			await visitor.press();
			yield { name: `report-${step}-wrong`, status: 422, complains: true };
		}
		await fill(page, fields);
		await visitor.press();
	}
	await visitor.isAt('/report/check');
	yield { name: 'report-check', prints: true };
	await page.locator('.change a').nth(3).click();
	yield { name: 'report-change' };
	await visitor.press();
	await visitor.press();
	await visitor.isAt('/report/sent');
	yield { name: 'report-sent', prints: true };
}

// Answers that lead elsewhere, or need more than a question.
async function* otherWays(visitor) {
	const { page } = visitor;

	await visitor.go('/report/who');
	await fill(page, { reporting_for: 'essential' });
	await visitor.press();
	await visitor.isAt('/report/other-way');
	yield { name: 'report-other-way' };
	await visitor.go('/report/what');
	await fill(page, { category: 'message' });
	await visitor.press();
	yield { name: 'report-story-message' };
	await visitor.go('/report/what');
	await fill(page, { category: 'abuse' });
	await visitor.press();
	yield { name: 'report-story-abuse' };
	await visitor.context.clearCookies();
	await visitor.go('/report/story');
	await visitor.isAt('/report/who');
	yield { name: 'report-begin-again' };
}

// One long page: empty, with mistakes, in the middle of it, sent.
async function* longPages(visitor) {
	const { page } = visitor;
	const story = stories[visitor.language];
	const long = {
		'report-technical': { mistakes: { email: 'ana at home', openpgp: 'none' },
			answers: { description: story.description, rsit: 'fraud/phishing', systems: 'web-1',
				indicators: `198.51.100.7\nhxxps://${'pay'.repeat(60)}[.]example/login`,
				logs: `POST /login ${'0123456789'.repeat(20)}`, done: story.done,
				wanted: ['inform', 'takedown'], tlp: 'green', org_name: story.organisation,
				their_reference: 'AD-7', email: 'ana@fish.example',
				openpgp: '0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567' } },
		'vulnerability-report': { mistakes: { cve: 'x', openpgp: 'none', credit: 'named' },
			answers: { product: 'Gate 4', description: story.description, cve: '', openpgp: '',
				exploited: 'no', 'disclosure-month': '3', 'disclosure-year': '2027',
				credit: 'other', credit_name: story.name } },
	};

	for (const [name, { mistakes: wrong, answers }] of Object.entries(long)) {
		await visitor.context.clearCookies();
		if (name === 'report-technical') {
			await visitor.go('/report/who');
			await fill(page, { reporting_for: 'specialist' });
		} else {
			await visitor.go('/vulnerability');
		}
		await visitor.press();
		await visitor.isAt(name === 'report-technical' ? '/report/technical' : '/vulnerability/report');
		yield { name };
		await fill(page, wrong);
		await visitor.press();
		yield { name: `${name}-wrong`, status: 422, complains: true };
		await fill(page, answers);
		await page.click('main [name=save]');
		yield { name: `${name}-saved`, prints: true };
		await visitor.press();
		await visitor.isAt('/report/sent');
		yield { name: `${name}-sent`, prints: true };
	}
}

async function* asking(visitor) {
	const { page } = visitor;
	const story = stories[visitor.language];

	await visitor.context.clearCookies();
	await visitor.go('/programme/ask');
	yield { name: 'programme-ask' };
	await visitor.press();
	await visitor.isAt('/programme/request');
	yield { name: 'programme-request' };
	await fill(page, { email: 'ana at home' });
	await visitor.press();
	yield { name: 'programme-request-wrong', status: 422, complains: true };
	await fill(page, { asks_as: 'state', org_name: story.organisation, country: 'Velmora', phase: 'design',
		description: story.description, name: story.name, email: 'ana@fish.example' });
	await visitor.press();
	await visitor.isAt('/report/sent');
	yield { name: 'programme-request-sent', prints: true };
}

async function* following(visitor, desk) {
	const { page } = visitor;
	const story = stories[visitor.language];

	await answerAll(visitor, reportOf(story));
	await visitor.press();
	const papers = await writtenDown(page);

	await visitor.context.clearCookies();
	await visitor.go('/follow');
	yield { name: 'follow' };
	await visitor.press();
	yield { name: 'follow-empty', status: 422, complains: true };
	await fill(page, { reference: papers.reference, secret: '12345 12345 12345 12345 12345' });
	await visitor.press();
	yield { name: 'follow-wrong', status: 422, complains: true };
	await followUp(visitor, papers);
	yield { name: 'follow-ticket' };
	await desk.on(papers.reference, 'reply', { body: story.answer });
	await page.fill('form[action$="/write"] textarea', story.note);
	await visitor.press();
	yield { name: 'follow-ticket-answered', prints: true };
	await visitor.press();
	yield { name: 'follow-ticket-wrong', status: 422, complains: true };
	await page.click('form[action$="/solved"] button');
	yield { name: 'follow-ticket-solved' };
	await page.click('form[action$="/leave"] button');
	await page.waitForLoadState();
	yield { name: 'follow-left' };
}

async function* refusals(visitor) {
	await visitor.go('/nowhere/at/all');
	yield { name: 'error-404', status: 404 };
	await visitor.go('/follow/leave');
	yield { name: 'error-405', status: 405 };
	await visitor.send('/follow', { headers: { origin: 'https://elsewhere.example' },
		body: 'reference=x' });
	yield { name: 'error-403', status: 403 };
	await visitor.send('/follow', { body: 'reference=%FF' });
	yield { name: 'error-400', status: 400 };
	await visitor.go('/follow');
	const reference = await visitor.page.inputValue('main [name=token]');

	await visitor.send('/follow', { body: `token=${reference}x&reference=VELCIRT` });
	yield { name: 'error-token', status: 403 };
	await visitor.send('/follow', { body: `reference=${'x'.repeat(27 << 20)}` });
	yield { name: 'error-413', status: 413 };
}

// Once more reports came than usual, the next one is held. After everything
// else, for all that come later are held too.
export async function* heldTour(visitor) {
	for (let i = 0; i < 80; i++) {
		await visitor.context.clearCookies();
		await reportQuickly(visitor, 'One of many');
		await visitor.go('/report/sent');
		if (await visitor.page.locator('.line time').count() === 1)
			break;
	}
	yield { name: 'report-sent-held' };
}

// desk: somebody who answers the report.
export async function* publicTour(visitor, desk) {
	yield* standing(visitor);
	yield* published(visitor);
	yield* advisories(visitor);
	yield* lists(visitor);
	yield* questions(visitor);
	await visitor.context.clearCookies();
	yield* otherWays(visitor);
	yield* longPages(visitor);
	yield* asking(visitor);
	yield* following(visitor, desk);
	yield* refusals(visitor);
}
