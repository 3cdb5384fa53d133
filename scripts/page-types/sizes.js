"use strict";
// Prints the functions of the scripts that are named which have more lines than the first argument allows. What a whole
// script stands in, `(() => { … })()`, is no function of its own. Run by scripts/check-scripts, with its TypeScript.
const { readFileSync } = require("fs");
const ts = require(process.argv[2]);

const most = Number(process.argv[3]);

const isWhole = (node) => {
  let at = node.parent;
  while (at && !ts.isFunctionLike(at)) at = at.parent;
  return !at && (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isParenthesizedExpression(node.parent);
};

const look = (node, source, path) => {
  if (ts.isFunctionLike(node) && node.body && !isWhole(node)) {
    const [first, last] = [node.getStart(), node.end].map((place) => source.getLineAndCharacterOfPosition(place).line);
    const name = node.name ?? node.parent.name;
    if (last - first >= most) {
      console.log(`${path}:${first + 1}: ${name ? name.getText() : "a function"} has ${last - first + 1} lines;`
        + ` ${most} are allowed: split it where one thought ends`);
    }
  }
  ts.forEachChild(node, (child) => look(child, source, path));
};

for (const path of process.argv.slice(4)) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  look(source, source, path);
}
