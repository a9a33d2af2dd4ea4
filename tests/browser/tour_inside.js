// Every page behind the sign-in, as the people who work there come to it.
// Yields what is to be seen: a name, and what is special.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { deskLanguages, Visitor } from './visitor.js';
import { fill, reportQuickly, stories } from './reporter.js';
import { belfry, Desk, freshCode, givePassword, letSessionsEnd, password, people } from './staff.js';

// --- coming in

async function* signingIn(visitor, email) {
	const { page } = visitor;

	await visitor.go('/login');
	yield { name: 'login' };
	await visitor.press();
	yield { name: 'login-empty', status: 422, complains: true };
	await givePassword(visitor, email, 'not this one');
	yield { name: 'login-wrong', status: 422, complains: true };
	await givePassword(visitor, email);
	await visitor.isAt('/login/code');
	yield { name: 'login-code' };
	await fill(page, { code: '000000' });
	await visitor.press();
	yield { name: 'login-code-wrong', status: 422, complains: true };
	await fill(page, { code: await freshCode(email) });
	await visitor.press();
	await visitor.go('/account');
	yield { name: 'account' };
	await page.fill('main [name=password]', 'short');
	await page.click('form[action$="/account/password"] button');
	yield { name: 'account-wrong', status: 422, complains: true };
}

async function* forgotten(visitor, email) {
	await visitor.go('/password');
	yield { name: 'password' };
	await visitor.press();
	yield { name: 'password-empty', status: 422, complains: true };
	await fill(visitor.page, { email });
	await visitor.press();
	yield { name: 'password-sent' };
}

const pathOf = link => new URL(link.trim()).pathname;

// A new colleague: invitation, password, second factor, recovery codes.
async function* invited(visitor, number) {
	const { page } = visitor;
	const email = `new${number}@cirt.example`;
	const link = pathOf(belfry('account', 'create', '--email', email,
		'--name', 'Noor Adisa', '--role', 'analyst'));

	await visitor.go(link);
	yield { name: 'invite' };
	await fill(page, { password: 'short' });
	await visitor.press();
	yield { name: 'invite-wrong', status: 422, complains: true };
	await fill(page, { password: 'three lamps over a quiet harbour' });
	await visitor.press();
	if (visitor.path === '/login') {
		await givePassword(visitor, email, 'three lamps over a quiet harbour');
	}
	await visitor.isAt('/account/factor');
	yield { name: 'factor' };
	await fill(page, { code: '123456' });
	await visitor.press();
	yield { name: 'factor-wrong', status: 422, complains: true };
	const secret = (await page.locator('.keep bdi').innerText()).replaceAll(' ', '');

	await fill(page, { code: codeOf(secret) });
	await visitor.press();
	await visitor.isAt('/account/recovery');
	yield { name: 'recovery', prints: true };
	await visitor.context.clearCookies();
	await visitor.go(link);
	yield { name: 'invite-used', status: 404 };
}

function codeOf(secret) {
	return execFileSync('oathtool', ['--totp', '--base32', secret], { encoding: 'utf8' }).trim();
}

async function* newPassword(visitor) {
	const link = belfry('account', 'link', people.constituent);

	await visitor.go(pathOf(link));
	yield { name: 'password-new' };
	await fill(visitor.page, { password: 'short' });
	await visitor.press();
	yield { name: 'password-new-wrong', status: 422, complains: true };
}

// What was sent after the session had ended.
async function* kept(visitor, reference, email) {
	const { page } = visitor;

	await visitor.go(`/desk/tickets/${reference}`);
	await page.fill('form[action$="/reply"] textarea', stories[visitor.language].answer);
	letSessionsEnd(email);
	await page.click('form[action$="/reply"] button:not([name])');
	await visitor.isAt('/login');
	yield { name: 'login-kept' };
	await fill(page, { email, password });
	await visitor.press();
	yield { name: 'login-code-kept' };
	await fill(page, { code: await freshCode(email) });
	await visitor.press();
	await visitor.isAt('/login/kept');
	yield { name: 'kept' };
}

async function* tooOften(visitor) {
	// Ten are allowed until the next quarter of an hour begins, which may be now.
	for (let i = 0; i < 22 && visitor.answer?.status() !== 429; i++)
		await givePassword(visitor, `nobody.${visitor.language}@cirt.example`, 'wrong');
	yield { name: 'error-429', status: 429 };
}

// --- the desk

async function furnish(desk) {
	const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
	const references = {};

	for (let i = 0; i < 50; i++)
		await desk.enter({ category: ['message', 'ransomware', 'account', 'outage'][i % 4],
			description: `Number ${i}: the same message again, with a link to a parcel service`,
			name: i % 3 ? 'Ana Ferro' : '', org_name: i % 2 ? 'Port Vel Fish Market' : '' });
	references.spam = await desk.enter({ description: 'Buy cheap parcels' });
	await desk.on(references.spam, 'spam');
	references.first = await desk.enter({ description: 'The till computers are locked',
		category: 'ransomware' });
	references.duplicate = await desk.enter({ description: 'All tills are locked' });
	await desk.on(references.duplicate, 'duplicate', { of: references.first });
	references.long = await desk.enter({ category: 'leak', email: 'ana@fish.example',
		description: `${long}${long}\n\nhttps://pay.example/${'0123456789'.repeat(20)}\n\n`
			+ `${stories.ar.description}\n${stories.en.description}`,
		name: `${stories.ar.name} <b>Ferro</b>`, org_name: long,
		done: stories.fr.done, ongoing: 'yes', sharing: 'organisation' });
	await desk.on(references.long, 'take');
	await desk.on(references.long, 'priority', { priority: 'urgent' });
	await desk.on(references.long, 'reply', { body: `${stories.en.answer}\n\n${long}` });
	await desk.on(references.long, 'note', { body: stories.ar.note });
	references.closed = await desk.enter({ description: 'A question' });
	await desk.on(references.closed, 'take');
	await desk.on(references.closed, 'reply', { body: 'An answer' });
	return references;
}

async function* tickets(visitor, desk, references) {
	const { page } = visitor;

	await visitor.go(`/desk/tickets/${references.first}`);
	yield { name: 'ticket-new', desk: true, prints: true };
	await page.click('form[action$="/reply"] button:not([name])');
	yield { name: 'ticket-wrong', desk: true, status: 422, complains: true };
	await visitor.go(`/desk/tickets/${references.long}`);
	yield { name: 'ticket-long', desk: true, prints: true };
	for (const summary of await page.locator('summary').all())
		if (await summary.isVisible())
			await summary.click();
	yield { name: 'ticket-open', desk: true };
	await visitor.go(`/desk/tickets/${references.long}`);
	await desk.on(references.long, 'note', { body: 'Somebody was quicker.' });
	await page.fill('form[action$="/reply"] textarea', stories[visitor.language].answer);
	await page.click('form[action$="/reply"] button:not([name])');
	yield { name: 'ticket-stale', desk: true, status: 409 };
	for (const name of ['spam', 'duplicate', 'held', 'closed']) {
		await visitor.go(`/desk/tickets/${references[name]}`);
		yield { name: `ticket-${name}`, desk: true };
	}
}

async function* queues(visitor) {
	await visitor.go('/desk/queue');
	yield { name: 'queue', desk: true };
	await visitor.page.click('[rel=next]');
	yield { name: 'queue-further', desk: true };
	for (const list of ['held', 'spam', 'duplicate', 'closed']) {
		await visitor.go(`/desk/queue?place=${list}`);
		yield { name: `queue-${list}`, desk: true };
	}
	await visitor.go('/desk/queue?priority=low&kind=vulnerability');
	yield { name: 'queue-empty', desk: true };
	await visitor.go('/desk/go?reference=nothing');
	yield { name: 'queue-go-wrong', desk: true };
}

async function* entering(visitor) {
	const { page } = visitor;

	await visitor.go('/desk/new');
	yield { name: 'desk-new', desk: true };
	await visitor.press();
	yield { name: 'desk-new-wrong', desk: true, status: 422, complains: true };
	await fill(page, { channel: 'phone', category: 'message',
		description: stories[visitor.language].description });
	await visitor.press();
	yield { name: 'desk-new-sent', desk: true };
	await visitor.go('/admin/accounts');
	yield { name: 'error-403-inside', status: 403 };
	await visitor.go('/desk/tickets/VELCIRT-2026-2222222');
	yield { name: 'error-404-inside', status: 404 };
}

// --- advisories

async function* publishing(visitor) {
	const { page } = visitor;

	await visitor.go('/desk/publish');
	yield { name: 'publish', desk: true };
	await visitor.go('/desk/publish/keys');
	yield { name: 'keys', desk: true };
	await visitor.press();
	yield { name: 'keys-wrong', desk: true, status: 422, complains: true };
	await visitor.go('/desk/publish/profile');
	yield { name: 'desk-profile', desk: true };
	await visitor.press();
	yield { name: 'desk-profile-wrong', desk: true, status: 422, complains: true };
	for (const path of ['3-1/en', '3-1/ar', '2-5/fr', 'preview/ar', 'versions/1']) {
		await visitor.go(`/desk/publish/profile/${path}`);
		yield { name: `desk-profile-${path.replace('/', '-')}`, desk: true };
	}
	await visitor.go('/desk/publish/advisories');
	yield { name: 'desk-advisories', desk: true };
	await visitor.press();
	yield { name: 'desk-advisory-new', desk: true };
	await fill(page, { weaknesses: 'CVSS:3.1/AV:N', affected: 'Lamp' });
	await visitor.press();
	yield { name: 'desk-advisory-wrong', desk: true, status: 422, complains: true };
	for (const [state, name] of [['review', 'review'], ['published', 'published'], ['withdrawn', 'withdrawn']]) {
		await visitor.go(`/desk/publish/advisories?state=${state}`);
		await page.click('.list td a >> nth=0');
		await page.waitForLoadState();
		yield { name: `desk-advisory-${name}`, desk: true };
	}
	await visitor.go('/desk/publish/advisories?state=review');
	await page.click('.list td a >> nth=0');
	await page.waitForLoadState();
	for (const part of ['preview/en', 'edit', 'texts/fr']) {
		const back = page.url();

		await page.click(`main a[href$="/${part}"]`);
		await page.waitForLoadState();
		yield { name: `desk-advisory-${part.replace('/', '-')}`, desk: true };
		await page.goto(back);
	}
}

// --- what everybody reads besides

async function* offering(visitor) {
	const { page } = visitor;

	for (const part of ['services', 'services/61', 'partners', 'partners/1', 'flyer', 'announcement']) {
		await visitor.go(`/desk/publish/${part}`);
		yield { name: `publish-${part.replaceAll('/', '-')}`, desk: true };
	}
	await visitor.go('/desk/publish/services/64');
	await fill(page, { since_on: 'tomorrow' });
	await visitor.press();
	yield { name: 'publish-service-wrong', desk: true, status: 422, complains: true };
	await visitor.go('/desk/publish/partners');
	await visitor.press();
	yield { name: 'publish-partners-wrong', desk: true, status: 422, complains: true };
}

// --- lists, and what goes to them

async function* mailing(visitor) {
	for (const part of ['lists', 'lists/101', 'lists/101/edit', 'mailings', 'mailings/1001', 'mailings/1002',
		'mailings/1002/edit', 'mailings/1002/texts/ar', 'mailings/1001/preview/fr']) {
		await visitor.go(`/desk/publish/${part}`);
		yield { name: `publish-${part.replaceAll('/', '-')}`, desk: true };
	}
	for (const part of ['lists/new', 'lists/101/invite', 'mailings/new']) {
		await visitor.go(`/desk/publish/${part}`);
		yield { name: `publish-${part.replaceAll('/', '-')}`, desk: true };
		await visitor.press();
		yield { name: `publish-${part.replaceAll('/', '-')}-wrong`, desk: true, status: 422, complains: true };
	}
}

// --- administration

async function* administration(visitor) {
	const { page } = visitor;

	await visitor.go('/admin/accounts');
	yield { name: 'accounts', desk: true };
	await page.click('.list summary >> nth=1');
	yield { name: 'accounts-open', desk: true };
	await visitor.press();
	yield { name: 'accounts-wrong', desk: true, status: 422, complains: true };
	await fill(page, { name: 'Noor Adisa', email: `noor.${visitor.language}@cirt.example` });
	await page.check('form[action$="/admin/accounts"] [value=analyst]');
	await visitor.press();
	yield { name: 'accounts-link', desk: true };
	for (const part of ['', '/team', '/contact', '/hours', '/privacy', '/looks', '/texts/ar', '/hotlines',
		'/hotlines/1', '/close']) {
		await visitor.go(`/admin/setup${part}`);
		yield { name: `setup${part.replaceAll('/', '-')}`, desk: true };
	}
	await visitor.go('/admin/setup/hours');
	await fill(page, { monday: 'early', holidays: 'tomorrow' });
	await visitor.press();
	yield { name: 'setup-hours-wrong', desk: true, status: 422, complains: true };
	await visitor.go('/admin/setup/looks');
	await fill(page, { colour: '#ffcc00' });
	await visitor.press();
	yield { name: 'setup-looks-wrong', desk: true, status: 422, complains: true };
}

// Signed in, in the languages of the desk, with one signing in.
async function withCookiesOf(browser, other, settings) {
	const visitor = await Visitor.enter(browser, settings);

	await visitor.context.addCookies(await other.context.cookies());
	return visitor;
}

// A held report: more than usual have to come before it.
async function makeHeld(browser, desk) {
	const reporter = await Visitor.enter(browser);

	for (let i = 0; i < 80; i++) {
		await reporter.context.clearCookies();
		await reportQuickly(reporter, 'One of many');
		const held = await desk.references('?place=held');

		if (held.length > 0) {
			await reporter.leave();
			return held[0];
		}
	}
	assert.fail('80 reports came, and none was held');
}

export async function* accountTour(browser, settings) {
	const number = deskLanguages.indexOf(settings.language);
	const visitor = await Visitor.enter(browser, settings);
	const guest = await Visitor.enter(browser, settings);

	for await (const place of signingIn(visitor, [people.manager, ...people.analysts][number]))
		yield { visitor, ...place };
	for await (const place of forgotten(guest, people.constituent))
		yield { visitor: guest, ...place };
	for await (const place of newPassword(guest))
		yield { visitor: guest, ...place };
	for await (const place of invited(guest, number))
		yield { visitor: guest, ...place };
	for await (const place of tooOften(guest))
		yield { visitor: guest, ...place };
	await guest.leave();
	await visitor.leave();
}

// Who works while pictures are taken and pages are looked at, and what for.
export async function openOffice(browser) {
	const office = { desk: await Desk.open(browser, people.lead),
		admin: await Desk.open(browser, people.administrator), late: {} };

	// Whose session will end; a code is good once, so everybody has a turn.
	for (const [number, language] of deskLanguages.entries()) {
		const email = [people.manager, ...people.analysts][number];

		office.late[language] = { email, desk: await Desk.open(browser, email) };
	}
	office.references = await furnish(office.desk);
	return office;
}

export async function* deskTour(browser, settings, office) {
	const { email, desk } = office.late[settings.language];
	const visitor = await withCookiesOf(browser, office.desk.visitor, settings);
	const admin = await withCookiesOf(browser, office.admin.visitor, settings);
	const late = await withCookiesOf(browser, desk.visitor, settings);

	office.references.held ??= await makeHeld(browser, office.desk);
	for await (const place of queues(visitor))
		yield { visitor, ...place };
	for await (const place of tickets(visitor, office.desk, office.references))
		yield { visitor, ...place };
	for await (const place of entering(visitor))
		yield { visitor, ...place };
	for await (const place of publishing(visitor))
		yield { visitor, ...place };
	for await (const place of offering(visitor))
		yield { visitor, ...place };
	for await (const place of mailing(visitor))
		yield { visitor, ...place };
	for await (const place of administration(admin))
		yield { visitor: admin, ...place };
	for await (const place of kept(late, office.references.first, email))
		yield { visitor: late, ...place };
	await late.leave();
	await admin.leave();
	await visitor.leave();
}
