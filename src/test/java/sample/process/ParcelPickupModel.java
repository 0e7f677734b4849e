package sample.process;

import io.watchdesk.platform.TypedVariable;

final class ParcelPickupModel {

    static final String PROCESS = "parcel-pickup";

    static final String PARCEL_LOST = "parcelLost";

    static final TypedVariable<String> PARCEL_NAME = new TypedVariable<>("parcelName", String.class);
    static final TypedVariable<String> FETCH_OUTCOME = new TypedVariable<>("fetchOutcome", String.class);

    private ParcelPickupModel() {}
}
