/** Wire values of the service, written bare in a formula. */
export type DeallocationKeyword = 'requeue' | 'terminate' | 'taskcompletion' | 'retaineddata';

/** What becomes of the tasks on a node that is removed (language.md section 7). */
export const deallocationOptions: Readonly<
  Record<DeallocationKeyword, { readonly documentation: string }>
> = {
  requeue: { documentation: 'Stop running tasks at once and put them back in the queue.' },
  terminate: { documentation: 'Stop running tasks at once and do not run them again.' },
  taskcompletion: { documentation: 'Let running tasks finish, then remove the node.' },
  retaineddata: { documentation: 'Wait until the retention time of all task data is over.' },
};

export const deallocationKeywords: ReadonlyMap<string, DeallocationKeyword> = new Map(
  (Object.keys(deallocationOptions) as DeallocationKeyword[]).map((name) => [name, name]),
);
