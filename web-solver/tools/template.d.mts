export declare function template(): string;
export declare function messages(language?: string): ReadonlyMap<string, string>;
export declare function placeholders(): ReadonlySet<string>;
export declare function render(values: Readonly<Record<string, string>>, texts?: ReadonlyMap<string, string>): string;
