package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.files.FileRef;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** What is known of a signature that was made on paper, and who recorded it. */
@Embeddable
class Paper {
    private LocalDate signedOn;
    private String authority;
    private String fileHash;
    private String fileName;
    private String fileMediaType;
    private Long fileSize;
    private String recordedByName;
    private String recordedByLogin;
    private String recordedBySubject;
    private String recordedByRole;

    protected Paper() {}

    /** @param authority null for somebody who is on record */
    Paper(LocalDate signedOn, String authority, FileRef file, Recorder by) {
        this.signedOn = signedOn;
        this.authority = authority;
        this.fileHash = file.sha256();
        this.fileName = file.name();
        this.fileMediaType = file.mediaType();
        this.fileSize = file.size();
        this.recordedByName = by.name();
        this.recordedByLogin = by.login();
        this.recordedBySubject = by.subject();
        this.recordedByRole = by.role();
    }

    LocalDate signedOn() {
        return signedOn;
    }

    String authority() {
        return authority;
    }

    FileRef file() {
        return new FileRef(fileHash, fileName, fileMediaType, fileSize);
    }

    Recorder recordedBy() {
        return new Recorder(recordedByName, recordedByLogin, recordedBySubject, recordedByRole);
    }
}
