// TAP for tests/suite: test() runs one case, done() ends the file.

let count = 0;
let broken = 0;

function explain(error) {
	const text = error.problems ? error.problems.join('\n') : String(error.stack ?? error);

	console.log(text.replace(/^/gm, '# '));
}

export async function test(name, body) {
	count++;
	try {
		await body();
		console.log(`ok ${count} - ${name}`);
	} catch (error) {
		broken++;
		console.log(`not ok ${count} - ${name}`);
		explain(error);
	}
}

// A case that failed for several reasons says all of them.
export function nothingWrong(problems) {
	if (problems.length > 0)
		throw Object.assign(new Error('problems'), { problems });
}

export function done() {
	console.log(`1..${count}`);
	process.exitCode = broken > 0 ? 1 : 0;
}
