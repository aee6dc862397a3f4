/** A test by its file below test/, without its ending, and the title of the test. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** What becomes of a thing that the service has. */
export type Coverage =
  | { readonly kind: 'modelled'; readonly proof: Proof; readonly note?: string }
  | {
      /** May be written, changes nothing, and a warning says so before the run. */
      readonly kind: 'accepted';
      /** The place of the key in a scenario, as the warning names it. */
      readonly key: string;
      readonly reason: string;
    }
  | { readonly kind: 'out-of-model'; readonly reason: string }
  | {
      /** Belongs to the model and is not there yet. */
      readonly kind: 'missing';
      readonly what: string;
    };

/** A feature, value, limit or error code of the service, with the section of service.md that describes it. */
export interface CoverageRow {
  readonly group: string;
  readonly name: string;
  readonly section: string;
  readonly coverage: Coverage;
}

export function modelled(file: string, title: string, note?: string): Coverage {
  return {
    kind: 'modelled',
    proof: { file, title },
    ...(note === undefined ? {} : { note }),
  };
}

export function accepted(key: string, reason: string): Coverage {
  return { kind: 'accepted', key, reason };
}

export function outOfModel(reason: string): Coverage {
  return { kind: 'out-of-model', reason };
}

export function missing(what: string): Coverage {
  return { kind: 'missing', what };
}
