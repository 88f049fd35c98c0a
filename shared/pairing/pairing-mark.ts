/** What a panel says with the channel that it hands out. Anybody may say it: it proves nothing. */
export const pairingMark = 'restyle-pairing-1';
