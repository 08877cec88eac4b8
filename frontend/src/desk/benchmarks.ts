/** The benchmark packs and coordinators' keys of this computer, as app/desk/contract_peers.go states them. */
export interface Benchmarks {
  packs: BenchmarkPack[];
  keys: CoordinatorKey[];
  idle: string;
}

export interface BenchmarkPack {
  id: string;
  text: string;
  signer: string;
  made: string;
  old: boolean;
  notes: string[];
}

export interface CoordinatorKey {
  fingerprint: string;
  made: string;
}

export interface BenchmarkRequest {
  language: string;
  base64: string;
}

export interface DropRequest {
  language: string;
  id: string;
}
