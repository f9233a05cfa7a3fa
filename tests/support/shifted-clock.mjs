// Preloaded into a server (`node --import`): its clock is CLOCK_AHEAD_MS ahead, so that a test crosses a midnight.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const realNow = Date.now.bind(Date);
Date.now = () => realNow() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (made, given, asked) =>
    Reflect.construct(made, given.length === 0 ? [Date.now()] : given, asked),
});
