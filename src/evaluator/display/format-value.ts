import { formatInstant } from '../../base/time/format-instant.js';
import type { Value } from '../value.js';
import { formatInterval } from './format-interval.js';
import { formatNumber, printsExponent } from './format-number.js';

/** A value as the result string shows it. */
export function formatValue(value: Value): string {
  switch (value.type) {
    case 'double':
      return formatNumber(value.value);
    case 'doubleVec':
      return `[${value.value.map(formatNumber).join(',')}]`;
    case 'string':
    case 'deallocationOption':
      return value.value;
    case 'timestamp':
      return formatInstant(value.value);
    case 'timeinterval':
      return formatInterval(value.value);
  }
}

/** Names the reading that the text of this value rests on, where no recording shows its like. */
export function unverifiedDisplay(value: Value): readonly string[] {
  switch (value.type) {
    case 'double':
    case 'doubleVec': {
      const numbers = value.type === 'double' ? [value.value] : value.value;
      const recorded = numbers.length > 0 && numbers.every(Number.isFinite);
      return [
        ...(numbers.some(printsExponent) ? ['largeNumberDisplay'] : []),
        ...(recorded ? [] : ['valueDisplay']),
      ];
    }
    case 'string':
    case 'deallocationOption':
      return ['valueDisplay'];
    case 'timeinterval':
      return value.value > 0 ? [] : ['valueDisplay'];
    case 'timestamp':
      return [];
  }
}
