// People who sign in, with the demo's password and codes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { address, Visitor } from './visitor.js';
import { fill } from './reporter.js';

export const password = 'the harbour lamp burns all night';
export const people = {
	lead: 'amina.deriba@cirt.example',
	analysts: ['jonas.okello@cirt.example', 'leila.haddad@cirt.example'],
	manager: 'tomas.verdeja@cirt.example',
	administrator: 'ruth.abidemi@cirt.example',
	constituent: 'grace.ndiaye@portbank.example',
};

export function belfry(...words) {
	return execFileSync(process.env.BELFRY, words, { encoding: 'utf8' });
}

// As if they had done nothing for an hour.
export function letSessionsEnd(email) {
	execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.BELFRY_RUNTIME}/database.sock`,
		'belfry', '--execute', `UPDATE session JOIN account ON account.id = session.account_id
			SET session.seen_at = session.seen_at - INTERVAL 1 HOUR WHERE account.email = '${email}'`]);
}

const used = new Map();

function codeNow(email) {
	const line = belfry('account', 'demo').split('\n').find(x => x.includes(email));

	return /(\d{6})\s*$/.exec(line)[1];
}

// A code opens once; whoever signs in again waits for the next.
export async function freshCode(email) {
	let code = codeNow(email);

	while (used.get(email) === code) {
		await pause(500);
		code = codeNow(email);
	}
	used.set(email, code);
	return code;
}

export async function givePassword(visitor, email, secret = password) {
	await visitor.go('/login');
	await fill(visitor.page, { email, password: secret });
	await visitor.press();
}

export async function signIn(visitor, email) {
	await givePassword(visitor, email);
	if (visitor.path === '/login/code') {
		await fill(visitor.page, { code: await freshCode(email) });
		await visitor.press();
	}
	assert.doesNotMatch(visitor.path, /^\/login/);
}

// Somebody at the desk who does things without a window.
export class Desk {
	static async open(browser, email) {
		const desk = new Desk();

		desk.visitor = await Visitor.enter(browser);
		desk.request = desk.visitor.context.request;
		await signIn(desk.visitor, email);
		return desk;
	}

	// What a form on the page carries along.
	async carried(path) {
		const html = await (await this.request.get(path)).text();
		const form = {};

		for (const name of ['token', 'version', 'seen', 'key']) {
			const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html);

			if (found)
				form[name] = found[1];
		}
		return form;
	}

	async post(page, path, form) {
		const answer = await this.request.post(path, { headers: { origin: address },
			form: { ...await this.carried(page), ...form } });

		const html = await answer.text();

		assert.equal(answer.status(), 200, `${path}: ${answer.status()}`
			+ [...html.matchAll(/class="message"[^>]*>(.*)</g)].map(x => `\n${x[1]}`));
		return html;
	}

	// desk.on(reference, 'reply', { body })
	on(reference, what, form = {}) {
		const page = `/desk/tickets/${reference}`;

		return this.post(page, `${page}/${what}`, form);
	}

	// A report that came by phone; its reference.
	async enter(form) {
		const html = await this.post('/desk/new', '/desk/new', { channel: 'phone',
			category: 'message', description: 'A message', ...form });

		return /VELCIRT-\d{4}-[0-9A-Z]{7}/.exec(html)[0];
	}

	async references(list = '') {
		const html = await (await this.request.get(`/desk/queue${list}`)).text();

		return [...html.matchAll(/href="\/desk\/tickets\/([A-Z0-9-]+)"/g)].map(x => x[1]);
	}
}
