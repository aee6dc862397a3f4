/** What becomes of the running tasks of a job that is disabled, with REST names (service.md section 3.1). */
export type DisableTasks = 'requeue' | 'terminate' | 'wait';
