package sample.process;

import org.springframework.web.client.RestClient;

class DistantBank implements Bank {

    private final RestClient http = RestClient.create();

    @Override
    public void pay(String parcel) {
        http.post().uri("https://bank.example/payments").body(parcel).retrieve();
    }
}
