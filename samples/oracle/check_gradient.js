// Judges two hand-written gradients of Rosenbrock's function with the Adequal oracle.
const { spawn } = require('node:child_process');
const readline = require('node:readline');

const FORMULA = '(1 - x)^2 + 100*(y - x^2)^2';

const gradient = ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
// the inner derivative is forgotten
const wrongGradient = ([x, y]) => [-2 * (1 - x) + 200 * (y - x * x), 200 * (y - x * x)];

async function main() {
  const [command, ...words] = (process.env.ADEQUAL || 'adequal').split(' ');
  const oracle = spawn(command, [...words, 'oracle'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: oracle.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value);
  await next(); // the greeting

  const points = [[0.3, -0.7], [-1.2, 0.4], [2.5, 1.1]];
  for (const [name, g] of [['gradient', gradient], ['wrongGradient', wrongGradient]]) {
    for (const point of points) {
      const [gx, gy] = g(point);
      const request = {
        op: 'check', formula: FORMULA, at: { x: point[0], y: point[1] },
        // JSON has no numbers for these
        claim: { x: Number.isFinite(gx) ? gx : String(gx), y: Number.isFinite(gy) ? gy : String(gy) },
      };
      oracle.stdin.write(JSON.stringify(request) + '\n');
      const answer = await next();
      console.log(`${name} at ${point} is ${answer.verdict}, ${answer.evidence}`);
      for (const { kind, text } of answer.diagnosis) console.log(`    ${kind}: ${text}`);
    }
  }
  oracle.stdin.end();
}

main();
