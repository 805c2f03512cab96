package dev.remit.kit.tenantdata;

/** How far an erasure has come in one service. */
enum ErasureState {
    /** It goes on by itself, whatever breaks off. */
    UNDER_WAY,
    /** Nothing that could be erased is left. */
    DONE
}
