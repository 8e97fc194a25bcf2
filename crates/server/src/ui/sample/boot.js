// runs before the page
