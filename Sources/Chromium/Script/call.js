function (name, ...rest) { return (this.ghosthands ?? this)[name](...rest); }
