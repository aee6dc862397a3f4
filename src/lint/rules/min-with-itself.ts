import type { TypedExpression } from '../../checker/typed-program.js';
import type { Facts } from '../flow/facts.js';
import type { Rule } from '../rule.js';

/** The argument that makes no difference beside another: of min the greater one, of max the smaller one. */
function useless(name: 'min' | 'max', values: readonly Facts[]): number {
  return values.findIndex(
    (value, index) =>
      !value.constant &&
      value.known &&
      values.some((other, at) => {
        if (at === index || other.constant || !other.known) return false;
        if (other.symbol === value.symbol) return at < index;
        return name === 'min'
          ? other.atMost.includes(value.symbol)
          : value.atMost.includes(other.symbol);
      }),
  );
}

function shown(text: string, { span }: TypedExpression): string {
  return text.slice(span.start, span.end);
}

export const minWithItself: Rule = {
  id: 'min-with-itself',
  category: 'suspicious',
  level: 'warning',
  summary:
    'min or max of a value and of something that was computed from it has always the same answer',
  since: '0.2.0',
  check: ({ flow: { calls }, text }) =>
    calls.flatMap(({ expression, arguments: values }) => {
      const name = expression.function;
      if (name !== 'min' && name !== 'max') return [];
      const index = useless(name, values);
      if (index < 0) return [];
      const argument = expression.arguments[index]!;
      return [
        {
          span: expression.span,
          message: `${shown(text, argument)} makes no difference in this ${name}, because another argument is never ${name === 'min' ? 'greater' : 'less'}`,
          help: 'check which value was meant; to slow a pool down, compare the target that you want with the current one less a step',
        },
      ];
    }),
};
