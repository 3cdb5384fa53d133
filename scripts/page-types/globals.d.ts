// What the in-page scripts find when they run: ours, and what the browser has and this compiler's library lacks.

/** The object of page.js that everything of ours in a page hangs on; the other scripts of Chromium add to it. */
interface Ghosthands {
    register(element: Element): number;
    element(number: number): any;
    walk(root: Node): Generator<any>;
    parent(node: Node): any;
    within(node: Node | null, ancestor: Node | null): boolean;
    closest(node: Node | null, selector: string): any;
    visible(element: any): boolean;
    enabled(element: Element): boolean;
    describe(element: Node | null): string;
    reading<T>(look: () => T): T;
    box(element: any): DOMRect;
    once<T>(tell: (element: any) => T): (element: any) => T;
    pause(milliseconds: number): Promise<void>;
    animationFrame(): Promise<void>;
    overtaking(): () => number | undefined;
    shadow(element: Element): ShadowRoot | null;
    [added: string]: any;
}
declare var ghosthands: Ghosthands;
declare var liveKeys: any, liveAsks: any, livePointer: any, liveView: any;
declare var ghosthandsLive: any, ghosthandsStorage: any, ghosthandsView: any, ghosthandsOutline: any;
declare var ghosthandsSnapshot: any, reader: any, content: any;

/** What Hands/Sites tells of platforms and libraries: selectors, and words of class names. */
declare const sites: { steps: string[]; submenus: string[]; calendars: string[]; lists: string[]; robots: string[];
  challenges: ChallengeVendor[] };
interface ChallengeMark { frames: string[]; elements: string[]; scripts: string[] }
interface ChallengeVendor { name: string; box: ChallengeMark; window: ChallengeMark; page: ChallengeMark;
  tokens: string[]; places: string[]; own: string[] }

interface Array<T> {
    findLast(test: (one: T, index: number) => unknown): T | undefined;
    findLastIndex(test: (one: T, index: number) => unknown): number;
}
interface AnimationEffect { readonly target: Element | null }
declare var OffscreenCanvas: any;
