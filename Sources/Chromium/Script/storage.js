"use strict";
// What an origin keeps in the browser, as JSON and back. Runs beside the page's scripts, on the same storage.
globalThis.ghosthandsStorage ??= (() => {
  const mostCharacters = 32 * 2 ** 20;
  const mostRecords = 50000;
  // What is kept of a host is no more, and what is read in vain takes longer than anybody waits.
  const mostStored = 5 * 2 ** 20;

  const done = (request) => new Promise((keep, fail) => {
    request.onsuccess = () => keep(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error("blocked"));
  });

  const toBase64 = (bytes) => {
    let text = "";
    for (let start = 0; start < bytes.length; start += 8192) {
      text += String.fromCharCode(...bytes.subarray(start, start + 8192));
    }
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const isPlain = (value) => value === null || typeof value === "string" || typeof value === "boolean"
    || (Number.isFinite(value) && !Object.is(value, -0));
  const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const pairs = async (entries, seen) => {
    const result = [];
    for (const [key, value] of entries) result.push([await encode(key, seen), await encode(value, seen)]);
    return result;
  };

  const encodeBlob = async (blob) => ({
    $: blob instanceof File ? "file" : "blob", type: blob.type, name: blob.name, modified: blob.lastModified,
    data: toBase64(new Uint8Array(await blob.arrayBuffer())),
  });

  // What is none of these, such as a key that must not leave the browser, cannot be kept.
  const encoders = [
    [Date, (value) => ({ $: "date", value: value.getTime() })],
    [RegExp, (value) => ({ $: "regexp", source: value.source, flags: value.flags })],
    [ArrayBuffer, (value) => ({ $: "buffer", data: toBase64(new Uint8Array(value)) })],
    [Blob, encodeBlob],
    [Map, async (value, seen) => ({ $: "map", entries: await pairs(value, seen) })],
    [Set, async (value, seen) => ({ $: "set", entries: await pairs([...value].map((one) => [one, 0]), seen) })],
    [Error, (value) => ({ $: "error", name: value.name, message: value.message })],
    [Array, async (value, seen) =>
      ({ $: "array", length: value.length, entries: await pairs(Object.entries(value), seen) })],
  ];

  const encodeObject = async (value, seen) => {
    if (ArrayBuffer.isView(value)) {
      return { $: "view", kind: value.constructor.name, data: toBase64(bytesOf(value)) };
    }
    for (const [type, encoder] of encoders) if (value instanceof type) return encoder(value, seen);
    if (Object.prototype.toString.call(value) !== "[object Object]") throw new TypeError("this cannot be kept");
    return { $: "object", entries: await pairs(Object.entries(value), seen) };
  };

  const encode = async (value, seen) => {
    if (isPlain(value)) return value;
    if (typeof value === "object") {
      if (seen.has(value)) return { $: "again", place: seen.get(value) };
      seen.set(value, seen.size);
      return encodeObject(value, seen);
    }
    if (typeof value === "symbol" || typeof value === "function") throw new TypeError("this cannot be kept");
    return { $: typeof value, text: Object.is(value, -0) ? "-0" : String(value) };
  };

  const fill = {
    array: (into, key, value) => { into[key] = value; },
    object: (into, key, value) => {
      Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
    },
    map: (into, key, value) => into.set(key, value),
    set: (into, key) => into.add(key),
  };

  const makers = {
    undefined: () => undefined,
    number: (from) => Number(from.text),
    bigint: (from) => BigInt(from.text),
    date: (from) => new Date(from.value ?? NaN),
    regexp: (from) => new RegExp(from.source, from.flags),
    buffer: (from) => fromBase64(from.data).buffer,
    view: (from) => new globalThis[from.kind](fromBase64(from.data).buffer),
    blob: (from) => new Blob([fromBase64(from.data)], { type: from.type }),
    file: (from) => new File([fromBase64(from.data)], from.name, { type: from.type, lastModified: from.modified }),
    error: (from) => Object.assign(new Error(from.message), { name: from.name }),
    array: (from) => new Array(from.length), object: () => ({}), map: () => new Map(), set: () => new Set(),
  };

  const primitives = new Set(["undefined", "number", "bigint"]);

  const decode = (from, seen) => {
    if (from === null || typeof from !== "object") return from;
    if (from.$ === "again") return seen[from.place];
    const made = makers[from.$](from);
    if (!primitives.has(from.$)) seen.push(made);
    for (const [key, value] of from.entries ?? []) fill[from.$](made, decode(key, seen), decode(value, seen));
    return made;
  };

  const readStore = async (store) => {
    const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    const indexes = [...store.indexNames].map((name) => store.index(name))
      .map(({ name, keyPath, unique, multiEntry }) => ({ name, keyPath, unique, multiEntry }));
    const { name, keyPath, autoIncrement } = store;
    return { name, keyPath, autoIncrement, indexes, keys, values };
  };

  // All is read in one transaction before anything else is awaited, which would end it.
  const readDatabase = async (name, dump) => {
    const database = await done(indexedDB.open(name));
    try {
      const names = [...database.objectStoreNames];
      const transaction = names.length ? database.transaction(names) : null;
      const stores = await Promise.all(names.map((one) => readStore(transaction.objectStore(one))));
      // What is too large is not read in vain: it would take longer than anybody waits.
      const bytes = stores.flatMap((store) => store.values).reduce((sum, value) => sum + weight(value), 0);
      if (bytes > mostCharacters) return null;
      for (const store of stores) {
        store.records = [];
        for (const [place, value] of store.values.entries()) {
          try {
            if (store.records.length >= mostRecords) throw new RangeError("too many records");
            store.records.push(await pairs([[store.keys[place], value]], new Map()).then(([pair]) => pair));
          } catch {
            dump.omitted += 1;
          }
        }
        delete store.keys;
        delete store.values;
      }
      return { name, version: database.version, content: JSON.stringify(stores) };
    } finally {
      database.close();
    }
  };

  // How many bytes the blobs and buffers of a value have.
  const weight = (value, level = 0) => {
    if (value instanceof Blob) return value.size;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
    if (typeof value === "string") return value.length;
    if (value === null || typeof value !== "object" || level > 3) return 0;
    return Object.values(value).reduce((sum, one) => sum + weight(one, level + 1), 0);
  };

  // Half of a character of two is no text that may leave the browser.
  const isWhole = (text) => !/\p{Surrogate}/u.test(text);
  const bytes = new TextEncoder();
  const items = (storage, dump) => {
    const all = Object.keys(storage).map((name) => ({ name, value: storage.getItem(name) }));
    const sized = all.filter(({ name, value }) => isWhole(name) && isWhole(value))
      .map((item) => ({ item, size: bytes.encode(item.name + item.value).length }))
      .sort((one, other) => one.size - other.size);
    let size = 0;
    // The smallest first: who somebody is takes little, what a page has fetched takes much.
    const kept = sized.filter((one) => (size += one.size) <= mostStored).map(({ item }) => item);
    dump.omitted += all.length - kept.length;
    return kept;
  };

  const read = async (origin) => {
    /** @type {{ localStorage: object[], sessionStorage: object[], databases: object[], omitted: number,
     *   omittedDatabases: number }} */
    const dump = { localStorage: [], sessionStorage: [], databases: [], omitted: 0, omittedDatabases: 0 };
    if (location.origin !== origin) return dump;
    dump.localStorage = items(localStorage, dump);
    dump.sessionStorage = items(sessionStorage, dump);
    let characters = 0;
    for (const { name } of await indexedDB.databases()) {
      const database = isWhole(name) ? await readDatabase(name, dump).catch(() => null) : null;
      characters += database?.content.length ?? 0;
      if (!database || characters > mostCharacters) dump.omittedDatabases += 1; else dump.databases.push(database);
    }
    return dump;
  };

  const writeDatabase = async ({ name, version, content }) => {
    const stores = JSON.parse(content);
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
      }
    };
    const database = await done(opening);
    try {
      if (!stores.length) return;
      const transaction = database.transaction(stores.map((store) => store.name), "readwrite");
      const ended = new Promise((keep, fail) => { transaction.oncomplete = keep; transaction.onabort = fail; });
      for (const store of stores) {
        const into = transaction.objectStore(store.name);
        for (const record of store.records) {
          const seen = [];
          const [key, value] = [decode(record[0], seen), decode(record[1], seen)];
          if (store.keyPath === null) into.put(value, key); else into.put(value);
        }
      }
      await ended;
    } finally {
      database.close();
    }
  };

  const write = async (origin, dump) => {
    if (location.origin !== origin) return false;
    for (const { name, value } of dump.localStorage ?? []) localStorage.setItem(name, value);
    for (const { name, value } of dump.sessionStorage ?? []) sessionStorage.setItem(name, value);
    for (const database of dump.databases ?? []) await writeDatabase(database);
    return true;
  };

  return { read, write };
})();
