package cn.jiping.registration;

import cn.jiping.file.FileDraft;
import cn.jiping.file.FileId;
import cn.jiping.file.FilePurpose;
import cn.jiping.file.Frame;
import cn.jiping.file.StoredFiles;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** 申报材料的文件: seen by the person, the accepting body and the city. */
@Component
class ApplicationMaterials {
    private final StoredFiles files;
    private final RegistrationSettings settings;

    ApplicationMaterials(StoredFiles files, RegistrationSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    FileId store(Actor actor, Application application, Material what, Upload upload)
            throws IOException {
        var opening = application.opening();
        var draft =
                new FileDraft(
                        upload.name(),
                        purpose(what),
                        upload.content(),
                        place(opening),
                        new FileDraft.Subject("application", application.id().toString()),
                        FileDraft.Terms.none(),
                        upload.key());
        return what == Material.PHOTO
                ? files.store(
                        actor, draft, new Frame(settings.photoWidth(), settings.photoHeight()))
                : files.store(actor, draft);
    }

    /** What was handed over at a counter is seen there too. */
    private static FileDraft.Place place(Application.Opening opening) {
        var counter = opening.counter();
        return new FileDraft.Place(
                counter == null ? opening.place().city() : counter.county(),
                opening.place().body(),
                opening.person());
    }

    /** 签名的同意书. */
    FileId storeConsent(
            Actor actor, ApplicationId id, PersonId person, DivisionCode county, Upload upload)
            throws IOException {
        return files.store(
                actor,
                new FileDraft(
                        upload.name(),
                        FilePurpose.EVIDENCE,
                        upload.content(),
                        new FileDraft.Place(county, null, person),
                        new FileDraft.Subject("application", id.toString()),
                        FileDraft.Terms.none(),
                        upload.key()));
    }

    private static FilePurpose purpose(Material what) {
        return switch (what) {
            case PHOTO -> FilePurpose.PHOTO;
            case ID_CARD -> FilePurpose.IDENTITY_COPY;
            case APPLICATION_FORM,
                    EDUCATION_PROOF,
                    ENROLMENT_PROOF,
                    YEARS_PROOF,
                    CERTIFICATE,
                    TITLE_CERTIFICATE,
                    PERFORMANCE_REPORT ->
                    FilePurpose.EVIDENCE;
        };
    }
}
