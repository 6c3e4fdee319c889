export declare function sizes(): ReadonlyMap<string, number>;
