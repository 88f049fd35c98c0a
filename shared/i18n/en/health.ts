/** Words for how an engine is doing. */
export const healthWords = {
  label: 'Health',
  checking: 'Checking…',
  again: 'Check again',
  up: (seconds: string) => `Ready. It answered in ${seconds}.`,
  always: 'Always ready: it needs no network.',
  slow: (seconds: string) => `Slow. It took ${seconds} to answer.`,
  busy: (waiting: number) =>
    `Busy. ${waiting === 1 ? '1 picture is' : `${waiting} pictures are`} waiting there.`,
  busyFor: (why: string) => `Busy. ${why}.`,
  refusing: (why: string) => `Turns us away. ${why}.`,
  down: (why: string) => `Down. ${why}.`,
  downFor: (duration: string, why: string) => `Down for ${duration}. ${why}.`,
  seconds: (count: string) => `${count} s`,
  minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
} as const;
