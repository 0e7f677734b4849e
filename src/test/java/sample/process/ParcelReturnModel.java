package sample.process;

import io.watchdesk.platform.TypedVariable;

final class ParcelReturnModel {

    static final String PROCESS = "parcel-return";

    static final String RETURN_CANCELLED = "parcels.returnCancelled";
    static final String PARCEL_LOST = "parcelLost";

    static final TypedVariable<String> PARCEL_NAME = new TypedVariable<>("parcelName", String.class);
    static final TypedVariable<String> PARCEL_STATE = new TypedVariable<>("parcelState", String.class);
    static final TypedVariable<Refund> REFUND = new TypedVariable<>("refund", Refund.class);

    enum Refund {
        GRANTED,
        REFUSED
    }

    private ParcelReturnModel() {}
}
