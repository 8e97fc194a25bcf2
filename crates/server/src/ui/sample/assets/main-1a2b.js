console.log("a sample, long enough to be worth compressing");
