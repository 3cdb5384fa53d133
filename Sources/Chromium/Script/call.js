function (name, ...rest) { return this[name](...rest); }
