/**
 * The pool gives the classes of the product prototypes that answer for whatever Vite loads behind them, and wraps them
 * in one more proxy with each request and each object that it makes: after some thousands every property is looked up
 * through as many, and that is what most of the time of a run would go to. Once is enough, for they are all alike.
 */
const isPrototypeOfPool = ({ get }: ProxyHandler<object>): boolean =>
  get !== undefined && String(get).includes('getUnknownPrototypeKey');

const wrapped = new WeakSet<object>();

globalThis.Proxy = new Proxy(Proxy, {
  construct(target, [given, handler]: [object, ProxyHandler<object>], newTarget) {
    if (wrapped.has(given) && isPrototypeOfPool(handler)) return given;
    const made: object = Reflect.construct(target, [given, handler], newTarget);
    if (isPrototypeOfPool(handler)) wrapped.add(made);
    return made;
  },
});
