package sample.process;

interface Bank {

    void pay(String parcel);
}
