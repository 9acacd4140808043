import { create, parseDependencies } from 'mathjs/number';
import type { MathNode } from 'mathjs';
import { nearest } from '../schema/near-miss.ts';
import type { Expression, Operator } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { axisNames, functionForms, functionNames, isAxis, isFunctionName } from './names.ts';
import type { FunctionName } from './names.ts';

const maximumLength = 2000;
const maximumNesting = 40;
const maximumOperands = 500;

const math = create({ ...parseDependencies });

/**
 * Reads a formula in mathjs syntax into an expression that can only compute.
 * Throws FormulaError for anything else: assignments, definitions, lists, property access,
 * units, ranges, unknown functions.
 */
export function parseFormula(text: string): Expression {
  if (text.length > maximumLength) {
    throw new FormulaError(
      `the formula is ${text.length} characters long; at most ${maximumLength} are read. Split it into definitions.`,
    );
  }
  if (text.trim() === '') throw new FormulaError('the formula is empty');
  checkNesting(text);
  const misplaced = /[^\x20-\x7E]/.exec(text);
  if (misplaced !== null) {
    const character =
      misplaced[0] === '\n' || misplaced[0] === '\r'
        ? 'a line break'
        : `the character ${JSON.stringify(misplaced[0])}`;
    throw new FormulaError(
      `a formula is one line of plain characters; ${character} cannot stand in it`,
      misplaced.index,
    );
  }
  let node: MathNode;
  try {
    node = (math as unknown as { parse: (source: string) => MathNode }).parse(text);
  } catch (error) {
    throw syntaxError(error, text);
  }
  return convert(node, text);
}

function checkNesting(text: string): void {
  let depth = 0;
  let run = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text.charAt(offset);
    if (character === '(' || character === '[' || character === '{') depth++;
    if (character === ')' || character === ']' || character === '}') depth--;
    run =
      character === '-' || character === '+' || character === '^' || character === '?'
        ? run + 1
        : run;
    if (depth > maximumNesting) {
      throw new FormulaError(
        `brackets are nested more than ${maximumNesting} deep; use definitions for the inner parts`,
        offset,
      );
    }
  }
  if (run > maximumOperands)
    throw new FormulaError(
      `the formula has more than ${maximumOperands} operators; split it into definitions`,
    );
}

function syntaxError(error: unknown, text: string): FormulaError {
  const char =
    typeof error === 'object' && error !== null && 'char' in error ? Number(error.char) : 1;
  const offset = Math.max(0, Math.min(text.length, char) - 1);
  const reason = error instanceof Error ? error.message.replace(/\s*\(char \d+\)$/, '') : '';
  const plain = /unexpected end/i.test(reason)
    ? 'the formula ends too early: something is missing at its end'
    : /parenthes/i.test(reason)
      ? 'a bracket is not closed'
      : `the formula cannot be read from ${JSON.stringify(text.slice(offset, offset + 12))} on`;
  return new FormulaError(plain, offset);
}

const operatorsByName: Readonly<Record<string, Operator>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
  unaryMinus: 'negate',
  smaller: 'less',
  smallerEq: 'lessOrEqual',
  larger: 'greater',
  largerEq: 'greaterOrEqual',
  equal: 'equal',
  unequal: 'notEqual',
  and: 'and',
  or: 'or',
  not: 'not',
};

const refused: Readonly<Record<string, string>> = {
  AssignmentNode: 'a formula only computes; it cannot assign with "=" (to compare, write "==")',
  FunctionAssignmentNode: 'a formula cannot define a function',
  ArrayNode: 'a formula cannot hold a list; values over postures and years broadcast by themselves',
  ObjectNode: 'a formula cannot hold an object',
  RangeNode: 'a formula cannot hold a range',
  BlockNode: 'a formula is one expression; ";" cannot stand in it',
  IndexNode: 'a formula cannot look up with [ ]; use at(x, year, 1)',
};

function convert(node: MathNode, text: string): Expression {
  switch (node.type) {
    case 'ParenthesisNode':
      return convert((node as unknown as { content: MathNode }).content, text);
    case 'ConstantNode':
      return constant((node as unknown as { value: unknown }).value, text);
    case 'SymbolNode':
      return { kind: 'name', name: (node as unknown as { name: string }).name };
    case 'AccessorNode':
      return dotted(node, text);
    case 'OperatorNode':
      return operation(node as unknown as OperatorParts, text);
    case 'ConditionalNode': {
      const parts = node as unknown as {
        condition: MathNode;
        trueExpr: MathNode;
        falseExpr: MathNode;
      };
      return {
        kind: 'choose',
        condition: convert(parts.condition, text),
        ifTrue: convert(parts.trueExpr, text),
        ifFalse: convert(parts.falseExpr, text),
      };
    }
    case 'RelationalNode': {
      const parts = node as unknown as { conditionals: string[]; params: MathNode[] };
      return relation(
        parts.conditionals,
        parts.params.map((operand) => convert(operand, text)),
      );
    }
    case 'FunctionNode':
      return call(node as unknown as CallParts, text);
    default:
      throw new FormulaError(refused[node.type] ?? 'this is not something a formula can compute');
  }
}

function constant(value: unknown, text: string): Expression {
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
  const offset = Math.max(0, text.search(/\b(true|false|null|undefined|NaN|Infinity)\b|\d+e\d+/));
  throw new FormulaError(`${String(value)} is not a number that a formula may hold`, offset);
}

function dotted(node: MathNode, text: string): Expression {
  const parts = node as unknown as {
    object: MathNode;
    index: { dotNotation?: boolean; dimensions?: readonly MathNode[] };
  };
  const property = parts.index.dimensions?.[0] as unknown as { value?: unknown } | undefined;
  if (
    parts.object.type !== 'SymbolNode' ||
    parts.index.dotNotation !== true ||
    typeof property?.value !== 'string'
  ) {
    throw new FormulaError(
      'only events and cost totals have parts, such as remediation.count or cost.total; nothing else can be looked into',
      Math.max(0, text.search(/[.[]/)),
    );
  }
  return {
    kind: 'name',
    name: `${(parts.object as unknown as { name: string }).name}.${property.value}`,
  };
}

interface OperatorParts {
  readonly op: string;
  readonly fn: string;
  readonly implicit: boolean;
  readonly args: readonly MathNode[];
}

function operation(node: OperatorParts, text: string): Expression {
  if (node.implicit) {
    throw new FormulaError('two values stand side by side; write * between them to multiply');
  }
  if (node.fn === 'unaryPlus' && node.args[0] !== undefined) return convert(node.args[0], text);
  const operator = Object.hasOwn(operatorsByName, node.fn) ? operatorsByName[node.fn] : undefined;
  if (operator === undefined) {
    throw new FormulaError(
      `"${node.op}" is not an operator here; there are + - * / ^, comparisons, and, or, not, and a ? b : c`,
      Math.max(0, text.indexOf(node.op)),
    );
  }
  return {
    kind: 'operation',
    operator,
    operands: node.args.map((operand) => convert(operand, text)),
  };
}

/** `a <= b < c` means `a <= b and b < c`. */
function relation(names: readonly string[], operands: readonly Expression[]): Expression {
  const pairs = names.map((name, index): Expression => {
    const operator = operatorsByName[name];
    const left = operands[index];
    const right = operands[index + 1];
    if (operator === undefined || left === undefined || right === undefined) {
      throw new FormulaError('this comparison cannot be read');
    }
    return { kind: 'operation', operator, operands: [left, right] };
  });
  return pairs.reduce((left, right) => ({
    kind: 'operation',
    operator: 'and',
    operands: [left, right],
  }));
}

interface CallParts {
  readonly fn: { readonly name?: unknown; readonly type?: string };
  readonly args: readonly MathNode[];
}

const operandCounts: Partial<Record<FunctionName, number>> = {
  abs: 1,
  floor: 1,
  ceil: 1,
  round: 1,
  sqrt: 1,
  exp: 1,
  log: 1,
  cumulative: 1,
  discount: 1,
  previous: 2,
  npv: 2,
};

function call(node: CallParts, text: string): Expression {
  const name =
    node.fn.type === 'SymbolNode' && typeof node.fn.name === 'string' ? node.fn.name : '';
  const offset = Math.max(0, name === '' ? 0 : text.indexOf(name));
  if (!isFunctionName(name)) {
    const near = nearest(name, functionNames);
    const hint =
      near === null
        ? `There are ${functionNames.join(', ')}.`
        : `Did you mean ${functionForms[near as FunctionName]}?`;
    throw new FormulaError(
      `there is no function ${name === '' ? 'of that form' : `"${name.slice(0, 40)}"`}. ${hint}`,
      offset,
    );
  }
  const second = node.args[1];
  const axisName =
    second?.type === 'SymbolNode' ? (second as unknown as { name: string }).name : '';
  const axis = isAxis(axisName) && ['sum', 'min', 'max', 'at'].includes(name) ? axisName : null;
  const args = axis === null ? node.args : node.args.filter((_, index) => index !== 1);
  const operands = args.map((operand) => convert(operand, text));
  const needed = operandCounts[name] ?? (name === 'at' ? 2 : axis === null ? null : 1);
  const axisNeeded = name === 'sum' || name === 'at';
  if (axisNeeded && axis === null) {
    throw new FormulaError(
      `${name} needs the axis that it runs over: ${functionForms[name]}; the axes are ${axisNames.join(' and ')}`,
      offset,
    );
  }
  if (
    (needed !== null && operands.length !== needed) ||
    operands.length === 0 ||
    (needed === null && operands.length < 2)
  ) {
    throw new FormulaError(
      `${name} is written ${functionForms[name]}; ${node.args.length} value${node.args.length === 1 ? ' is' : 's are'} given`,
      offset,
    );
  }
  return { kind: 'call', function: name, operands, axis };
}
