package cn.jiping.registration;

import cn.jiping.file.FileDraft;
import cn.jiping.file.FileId;
import cn.jiping.file.FilePurpose;
import cn.jiping.file.Frame;
import cn.jiping.file.StoredFiles;
import cn.jiping.shared.Actor;
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
                        new FileDraft.Place(
                                opening.place().city(), opening.place().body(), opening.person()),
                        new FileDraft.Subject("application", application.id().toString()),
                        FileDraft.Terms.none(),
                        upload.key());
        return what == Material.PHOTO
                ? files.store(
                        actor, draft, new Frame(settings.photoWidth(), settings.photoHeight()))
                : files.store(actor, draft);
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
