package dev.remit.kit.tenantdata;

import io.smallrye.config.ConfigMapping;

/** The database user that erases: no other may delete or change what was only ever to be added to. */
@ConfigMapping(prefix = "remit.eraser")
interface EraserSettings {
    String user();

    String password();
}
