/** What would leave a plan in a contribution, as app/desk/contract_peers.go states it. */
export interface Sharing {
  id: string;
  lines: SharingLine[];
  left: SharingLine[];
  empty: string;
  fingerprint: string;
  made: string;
}

export interface SharingLine {
  name: string;
  value: string;
  note: string;
}

export interface ShareRequest {
  language: string;
  scenario: string;
  id: string;
}

export interface Shared {
  chosen: boolean;
  name: string;
  folder: string;
  base64: string;
  code: string;
}
