// Somebody who reports, and follows up: by names of fields, so that the same
// story runs in every language.
import assert from 'node:assert/strict';

// What happened, as people write it in their language.
export const stories = {
	en: { description: 'The till computers show a lock and a note that asks for money.',
		done: 'We took them off the network.', note: 'The backup is from Tuesday.',
		answer: 'Keep the computers off. Is the backup on another machine?',
		name: 'Ana Ferro', organisation: 'Port Vel Fish Market' },
	ar: { description: 'تعرض حواسيب الصندوق قفلاً ورسالة تطلب المال.',
		done: 'فصلناها عن الشبكة.', note: 'النسخة الاحتياطية من يوم الثلاثاء.',
		answer: 'أبقوا الحواسيب مطفأة. هل النسخة الاحتياطية على جهاز آخر؟',
		name: 'آنا فيرو', organisation: 'سوق السمك' },
	fr: { description: 'Les caisses affichent un cadenas et une demande d’argent.',
		done: 'Nous les avons débranchées du réseau.', note: 'La sauvegarde date de mardi.',
		answer: 'Laissez les ordinateurs éteints. La sauvegarde est-elle sur une autre machine ?',
		name: 'Ana Ferro', organisation: 'Marché aux poissons de Port Vel' },
	es: { description: 'Las cajas muestran un candado y una nota que pide dinero.',
		done: 'Las desconectamos de la red.', note: 'La copia de seguridad es del martes.',
		answer: 'Dejen los equipos apagados. ¿Está la copia en otra máquina?',
		name: 'Ana Ferro', organisation: 'Mercado de pescado de Port Vel' },
	ru: { description: 'На кассах висит замок и записка с требованием денег.',
		done: 'Мы отключили их от сети.', note: 'Резервная копия — со вторника.',
		answer: 'Не включайте компьютеры. Копия хранится на другой машине?',
		name: 'Анна Ферро', organisation: 'Рыбный рынок Порт-Вела' },
	zh: { description: '收银电脑显示一把锁和一张要钱的字条。',
		done: '我们已断开网络。', note: '备份是星期二的。',
		answer: '请保持电脑关机。备份在另一台机器上吗？',
		name: '安娜·费罗', organisation: '维尔港鱼市' },
};

// What an organisation answers, page by page.
export function reportOf(story) {
	return [
		['who', { reporting_for: 'business' }],
		['what', { category: 'ransomware' }],
		['story', { description: story.description }],
		['when', { ongoing: 'yes', 'noticed-day': '12', 'noticed-month': '11',
			'noticed-year': '2026', started: '12/11' }],
		['affected', { affected: ['computer', 'money'], data_impact: ['changed'],
			indicators: 'hxxp://pay[.]example/lock' }],
		['impact', { service_impact: 'badly', people: '11-100', loss: '1250', loss_currency: 'EUR',
			deliberate: 'yes', crossborder: 'unknown' }],
		['help', { done: story.done, want: ['stop', 'advice'], told: ['police'],
			told_reference: 'PV 7/311' }],
		['files', {}],
		['contact', { org_name: story.organisation, org_sector: 'food', on_behalf: 'yes',
			name: story.name, role: '', email: 'ana@fish.example', phone: '+999 20 555 0111',
			contact_how: 'email' }],
		['sharing', { sharing: 'partners' }],
	];
}

// Fills the fields of one page; a list means several ticks.
export async function fill(page, fields) {
	for (const [name, value] of Object.entries(fields)) {
		const control = page.locator(`main [name="${name}"]:not([type=hidden])`);
		const kind = await control.first().evaluate(e => e.type);

		if (kind === 'radio' || kind === 'checkbox') {
			for (const one of [value].flat())
				await page.check(`main [name="${name}"][value="${one}"]`);
		} else if (kind === 'select-one') {
			await control.selectOption(value);
		} else {
			await control.fill(value);
		}
	}
}

// From the first question to the page that shows all answers.
export async function answerAll(visitor, report) {
	await visitor.go('/report/who');
	for (const [step, fields] of report) {
		await visitor.isAt(`/report/${step}`);
		await fill(visitor.page, fields);
		await visitor.press();
	}
	await visitor.isAt('/report/check');
}

// The two things to write down.
export async function writtenDown(page) {
	const [reference, secret] = await page.locator('.keep dd').allInnerTexts();

	assert.match(reference, /^VELCIRT-\d{4}-[0-9A-Z]{7}$/);
	assert.match(secret, /^(\d{5} ){4}\d{5}$/);
	return { reference, secret };
}

export async function followUp(visitor, { reference, secret }) {
	await visitor.go('/follow');
	await fill(visitor.page, { reference, secret });
	await visitor.press();
	await visitor.isAt('/follow/ticket');
}

const token = html => /name="token" value="([^"]+)"/.exec(html)[1];

// The same without a window: the shortest report, in the visitor's cookies.
export async function reportQuickly(visitor, description, more = {}) {
	const { request } = visitor.context;
	let html = await (await request.get(`${visitor.prefix}/report/who`)).text();

	for (const [step, form] of [['who', { reporting_for: 'myself' }],
		['what', { category: 'message' }], ['story', { description }],
		...Object.entries(more), ['check', {}]]) {
		const answer = await request.post(`${visitor.prefix}/report/${step}`,
			{ form: { token: token(html), ...form } });

		assert.equal(answer.status(), 200, `${step}: ${answer.status()}`);
		html = await answer.text();
	}
	assert.match(html, /class="keep"/);
}
