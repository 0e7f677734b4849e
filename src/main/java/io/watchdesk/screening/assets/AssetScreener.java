package io.watchdesk.screening.assets;

import io.watchdesk.content.Asset;
import io.watchdesk.content.Asset.Rights;
import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Screener;
import io.watchdesk.screening.ScreeningSettings;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.Subject.Outlet;
import io.watchdesk.screening.WordList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks that every file may be used where and when the piece is to appear, and that this can be proved. */
@Component
class AssetScreener implements Screener {

    private static final Map<Asset.Kind, List<String>> TYPES = Map.of(
            Asset.Kind.IMAGE, List.of("image/"),
            Asset.Kind.FONT,
                    List.of("font/", "application/x-font", "application/font", "application/vnd.ms-fontobject"),
            Asset.Kind.MUSIC, List.of("audio/", "application/ogg"),
            Asset.Kind.VIDEO, List.of("video/", "application/mp4", "application/ogg"));

    private final ScreeningSettings settings;

    AssetScreener(ScreeningSettings settings) {
        this.settings = settings;
    }

    @Override
    public Finding.Kind kind() {
        return Finding.Kind.ASSET;
    }

    @Override
    public List<Finding> screen(Subject subject, WordList list) {
        Findings findings = new Findings(list.version());
        for (String id : subject.assetIds()) {
            subject.assets().stream()
                    .filter(asset -> asset.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            asset -> check(asset, subject, findings), () -> findings.add(id, id, AssetFault.MISSING));
        }
        return findings.all;
    }

    private void check(Asset asset, Subject subject, Findings findings) {
        if (!fits(asset)) {
            findings.add(asset, AssetFault.WRONG_TYPE, known(asset.mediaType()), name(asset.kind()));
        }
        Rights rights = asset.rights();
        if (rights == null || blank(rights)) {
            findings.add(asset, AssetFault.NO_RIGHTS);
            return;
        }
        List<String> missing = missing(rights);
        if (!missing.isEmpty()) {
            findings.add(asset, AssetFault.INCOMPLETE, String.join(", ", missing));
        }
        for (Outlet outlet : subject.outlets()) {
            time(asset, rights, outlet, findings);
            if (!rights.covers(outlet.platform(), outlet.account(), outlet.name())) {
                findings.add(
                        asset,
                        AssetFault.CHANNEL_NOT_COVERED,
                        String.join(", ", rights.channels().stream().sorted().toList()),
                        outlet.name());
            }
            if (!rights.coversCountry(outlet.country())) {
                findings.add(
                        asset,
                        AssetFault.TERRITORY_NOT_COVERED,
                        String.join(", ", rights.territories()),
                        outlet.name(),
                        outlet.country());
            }
            if (!rights.creditedIn(subject.textsOn(outlet.account()))) {
                findings.add(asset, AssetFault.CREDIT_MISSING, rights.credit(), outlet.name());
            }
        }
    }

    private void time(Asset asset, Rights rights, Outlet outlet, Findings findings) {
        LocalDate day = outlet.day();
        LocalDate end = rights.validTo();
        if (rights.validFrom() != null && day.isBefore(rights.validFrom())) {
            findings.add(asset, AssetFault.NOT_YET_VALID, rights.validFrom(), outlet.name(), day);
        }
        if (end != null && day.isAfter(end)) {
            findings.add(asset, AssetFault.EXPIRED, end, outlet.name(), day);
        } else if (end != null && end.isBefore(day.plusDays(settings.assets().noticeDays()))) {
            findings.add(asset, AssetFault.ENDS_SOON, end, outlet.name(), day);
        }
    }

    private static boolean fits(Asset asset) {
        String type = known(asset.mediaType()).toLowerCase(Locale.ROOT);
        return TYPES.get(asset.kind()).stream().anyMatch(type::startsWith);
    }

    private static boolean blank(Rights rights) {
        return missing(rights).size() == 4 && rights.validFrom() == null && rights.validTo() == null;
    }

    private static List<String> missing(Rights rights) {
        List<String> missing = new ArrayList<>();
        need("the source", rights.source(), missing);
        need("the holder", rights.holder(), missing);
        need("the licence", rights.licence(), missing);
        need("the proof", rights.proof(), missing);
        return missing;
    }

    private static void need(String what, String text, List<String> missing) {
        if (text == null || text.isBlank()) {
            missing.add(what);
        }
    }

    private static String known(String mediaType) {
        return mediaType == null || mediaType.isBlank() ? "of unknown type" : mediaType;
    }

    private static String name(Asset.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Collects findings on assets; there is no place in a text, so both positions are -1. */
    private static final class Findings {

        private final List<Finding> all = new ArrayList<>();
        private final String listVersion;

        Findings(String listVersion) {
            this.listVersion = listVersion;
        }

        void add(Asset asset, AssetFault fault, Object... details) {
            add(asset.id(), asset.fileName(), fault, details);
        }

        void add(String id, String fileName, AssetFault fault, Object... details) {
            all.add(new Finding(
                    Finding.Kind.ASSET,
                    fault.severity(),
                    "asset:" + id,
                    -1,
                    -1,
                    fileName,
                    fault.sentence(details),
                    listVersion));
        }
    }
}
